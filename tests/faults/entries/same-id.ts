import { contentHash } from '$lib/domain/story/content-hash';
import { PushItemSchema } from '$lib/protocol/push';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import { pushBatch } from '$lib/protocol/client/push-batch';
import type { Fault } from '../fault';
import { lineTo } from '../parts/line';
import { madeStory } from '../parts/made-stories';
import { verify } from '../parts/verify';

const AT_ONCE = 20;

/** One id from twenty connections at once: with one content one is stored; of two contents the first is kept. */
export const sameId: Fault = {
  name: 'same-id',
  lines: [34, 43, 44],
  engines: ['sqlite', 'postgres'],
  short: 1,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    const server = await here.start();
    const line = lineTo(() => here.url);
    // A device of its own in every round: one alone would soon be asked to slow down.
    const newToken = async () => {
      const exchanged = await exchangeCode(server.code, line);
      if (exchanged.kind !== 'answered') throw new Error(exchanged.kind);
      return exchanged.value.token;
    };
    const outcomeOf = async (token: string, json: string) => {
      const answer = await pushBatch({ token, deviceId: crypto.randomUUID(), waiting: 1, items: [json] }, line);
      if (answer.kind !== 'answered') return answer.kind;
      const [outcome] = answer.value.outcomes;
      return outcome?.outcome === 'refused' ? outcome.reason.kind : (outcome?.outcome ?? 'none');
    };
    for (let round = 0; round < rounds; round += 1) {
      const token = await newToken();
      const one = ledger.tell(await madeStory(random, server.code, 1));
      const same = await Promise.all(Array.from({ length: AT_ONCE }, () => outcomeOf(token, one.json)));
      expect(countOf(same, 'stored') === 1, `of 20 posts of one story ${countOf(same, 'stored')} were stored`);
      expect(countOf(same, 'already') === AT_ONCE - 1, `of 20 posts of one story some heard ${same.join(' ')}`);
      ledger.hear({ id: one.id, outcome: 'already' });

      const item = PushItemSchema.parse(JSON.parse((await madeStory(random, server.code, 2)).json));
      const contents = await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, number) => {
          const story = { ...item.story, text: `Other content, number ${number}.` };
          const hash = await contentHash(story);
          return { id: item.id, hash, json: JSON.stringify({ ...item, story, hash }) };
        }),
      );
      const other = await Promise.all(contents.map(({ json }) => outcomeOf(token, json)));
      expect(countOf(other, 'stored') === 1, `of 20 contents under one id ${countOf(other, 'stored')} were stored`);
      expect(countOf(other, 'other_content') === AT_ONCE - 1, `under one id some heard ${other.join(' ')}`);
      const first = contents[other.indexOf('stored')];
      if (first !== undefined) {
        ledger.tell(first);
        ledger.hear({ id: first.id, outcome: 'already' });
      }
    }
    await server.stop();
    await verify(here, ledger);
  },
};

const countOf = (outcomes: readonly string[], outcome: string) => outcomes.filter((one) => one === outcome).length;
