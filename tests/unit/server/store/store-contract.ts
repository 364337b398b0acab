import { createHash } from 'node:crypto';
import { makeKeyPair } from '$lib/sealing/key-pair';
import { seal } from '$lib/sealing/seal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Store } from '$lib/server/store/port';
import { FRAMEWORK, aCollector, withSheffield } from '../../../fixtures/programmes';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const LATER = new Date('2026-11-24T08:00:00.000Z');
const PROGRAMME = SHEFFIELD_TRIAL.slug;

/** What every engine behind the store port must do. @param open a fresh, empty store; the suite closes it  @param how `runs` of the property */
export function storeContract(name: string, open: () => Promise<Store>, { runs = 25 } = {}): void {
  const within = (work: (store: Store) => Promise<void>) => async () => {
    const store = await open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };
  const withStories = (work: (store: Store) => Promise<void>) =>
    within(async (store) => work(await withSheffield(store)));

  describe(`${name}: recordings`, () => {
    const RECORDING = {
      locale: 'rom',
      audience: 'child' as const,
      key: 'signifiers.triad.right.stem',
      text: 'What made the biggest difference?',
      sha256: 'a'.repeat(64),
      mime: 'audio/webm',
      bytes: 1234,
      at: NOW,
    };

    it(
      'keeps one for each text, language and audience, and tells which file it took the place of',
      withStories(async (store) => {
        expect(await store.saveRecording(PROGRAMME, RECORDING)).toBeNull();
        const again = { ...RECORDING, sha256: 'b'.repeat(64), at: LATER };
        expect(await store.saveRecording(PROGRAMME, again)).toBe(RECORDING.sha256);
        const other = { ...RECORDING, audience: 'youth' as const };
        expect(await store.saveRecording(PROGRAMME, other)).toBeNull();
        expect(await store.recordingsOf(PROGRAMME)).toEqual([again, other]);
        expect(await store.recordingsOf('another')).toEqual([]);
      }),
    );

    it(
      'knows a file by the programme it is of, and whether any text needs it',
      withStories(async (store) => {
        await store.saveRecording(PROGRAMME, RECORDING);
        expect(await store.recordingType(PROGRAMME, RECORDING.sha256)).toBe('audio/webm');
        expect(await store.recordingType('another', RECORDING.sha256)).toBeNull();
        expect(await store.recordingInUse(RECORDING.sha256)).toBe(true);
        expect(await store.removeRecording(PROGRAMME, RECORDING)).toBe(RECORDING.sha256);
        expect(await store.removeRecording(PROGRAMME, RECORDING)).toBeNull();
        expect(await store.recordingInUse(RECORDING.sha256)).toBe(false);
      }),
    );
  });

  describe(`${name}: frameworks, programmes and collectors`, () => {
    it(
      'publishes a framework once and gives it back whole',
      within(async (store) => {
        expect(await store.publishFramework(FRAMEWORK)).toBe('published');
        expect(await store.publishFramework(FRAMEWORK)).toBe('already');
        expect(await store.framework({ id: FRAMEWORK.id, version: FRAMEWORK.version })).toEqual(FRAMEWORK);
        expect(await store.framework({ id: FRAMEWORK.id, version: FRAMEWORK.version + 1 })).toBeNull();
      }),
    );

    it(
      'refuses to publish other content under a published version',
      within(async (store) => {
        await store.publishFramework(FRAMEWORK);
        await expect(store.publishFramework({ ...FRAMEWORK, name: 'Changed' })).rejects.toThrow(/other content/);
        expect((await store.framework(FRAMEWORK))?.name).toBe(FRAMEWORK.name);
      }),
    );

    it(
      'knows the newest version of a framework',
      within(async (store) => {
        expect(await store.latestFramework(FRAMEWORK.id)).toBeNull();
        await store.publishFramework({ ...FRAMEWORK, version: 10 });
        await store.publishFramework({ ...FRAMEWORK, version: 9 });
        expect(await store.latestFramework(FRAMEWORK.id)).toEqual({ id: FRAMEWORK.id, version: 10 });
      }),
    );

    it(
      'keeps the first programme of a slug, and saves changes to it',
      within(async (store) => {
        expect(await store.createProgramme(SHEFFIELD_TRIAL)).toBe('created');
        expect(await store.createProgramme({ ...SHEFFIELD_TRIAL, name: 'Another' })).toBe('exists');
        expect(await store.programme(PROGRAMME)).toEqual(SHEFFIELD_TRIAL);
        await store.saveProgramme({ ...SHEFFIELD_TRIAL, state: 'open' });
        expect((await store.programmes()).map(({ state }) => state)).toEqual(['open']);
        await expect(store.saveProgramme({ ...SHEFFIELD_TRIAL, slug: 'unknown' })).rejects.toThrow(/unknown/);
      }),
    );

    it(
      'keeps the first collector of a code',
      withStories(async (store) => {
        expect(await store.createCollector(aCollector({ name: 'Another' }))).toBe('exists');
        expect(await store.collector('K7M2QP')).toEqual(aCollector());
        expect(await store.collector('222222')).toBeNull();
        await store.changeCollector('K7M2QP', () => aCollector({ revoked: true }));
        expect((await store.collectorsOf(PROGRAMME)).map(({ revoked }) => revoked)).toEqual([true]);
        expect(await store.changeCollector('222222', (held) => held)).toBeNull();
      }),
    );

    it(
      'keeps both of two changes of a collector at once',
      withStories(async (store) => {
        const closesAt = NOW.toISOString();
        await Promise.all([
          store.changeCollector('K7M2QP', (held) => ({ ...held, closesAt })),
          store.changeCollector('K7M2QP', (held) => ({ ...held, corners: 'varied' })),
        ]);
        expect(await store.collector('K7M2QP')).toMatchObject({ closesAt, corners: 'varied' });
      }),
    );

    it(
      'finds the collector of a capture token by its hash alone',
      withStories(async (store) => {
        await store.saveCaptureToken('a'.repeat(64), 'K7M2QP', NOW);
        expect((await store.collectorOfToken('a'.repeat(64)))?.code).toBe('K7M2QP');
        expect(await store.collectorOfToken('b'.repeat(64))).toBeNull();
      }),
    );
  });

  describe(`${name}: stories`, () => {
    it(
      'stores a story whole and orders stories by arrival',
      withStories(async (store) => {
        const stories = [3, 1, 2].map((n) => aStory({ id: idNumber(n) }));
        for (const story of stories) await store.acceptStories([await accepted(story)], NOW);
        const found = await store.storiesOf(PROGRAMME, 0, 10);
        expect(found.map(({ story }) => story)).toEqual(stories);
        expect(found.map(({ serial }) => serial)).toEqual(found.map(({ serial }) => serial).sort((a, b) => a - b));
        expect(found[0]?.receivedAt).toEqual(NOW);
        expect(await store.countStories(PROGRAMME)).toBe(3);
        expect(await store.countStoriesFrom(aCollector())).toBe(3);
        expect(await store.countStoriesFrom(aCollector({ code: '222222' }))).toBe(0);
      }),
    );

    it(
      'answers already to a story it has, and keeps the first of two contents',
      withStories(async (store) => {
        const first = await accepted(aStory());
        const other = await accepted(aStory({ text: 'Something else.' }));
        expect(await store.acceptStories([first], NOW)).toEqual([{ id: idNumber(1), outcome: 'stored' }]);
        expect(await store.acceptStories([first, other], LATER)).toMatchObject([
          { outcome: 'already' },
          { outcome: 'refused', reason: { kind: 'other_content' } },
        ]);
        const kept = await store.story(PROGRAMME, idNumber(1));
        expect(kept?.story.text).toBe(first.story.text);
        expect(kept?.receivedAt).toEqual(NOW);
      }),
    );

    it(
      'handles the same id twice within one batch',
      withStories(async (store) => {
        const story = await accepted(aStory());
        const other = await accepted(aStory({ text: 'Something else.' }));
        const outcomes = await store.acceptStories([story, story, other], NOW);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'already', 'refused']);
        expect(await store.countStories(PROGRAMME)).toBe(1);
      }),
    );

    it(
      'stores once what twenty connections push at the same moment',
      withStories(async (store) => {
        const story = await accepted(aStory());
        const answers = await Promise.all(Array.from({ length: 20 }, () => store.acceptStories([story], NOW)));
        const outcomes = answers.flat().map(({ outcome }) => outcome);
        expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(19);
      }),
    );

    it(
      'does not let one impossible batch fail another that waits with it',
      withStories(async (store) => {
        const good = store.acceptStories([await accepted(aStory())], NOW);
        const bad = store.acceptStories([await accepted(aStory({ id: idNumber(2), programme: 'nowhere' }))], NOW);
        expect((await Promise.allSettled([good, bad])).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
        expect(await store.countStories(PROGRAMME)).toBe(1);
      }),
    );

    it(
      'turns away what comes while too much waits, keeps what it took, and takes the rest afterwards',
      withStories(async (store) => {
        const many = await Promise.all(Array.from({ length: 530 }, (_, n) => accepted(aStory({ id: idNumber(n) }))));
        const pushed = many.map((story) => store.acceptStories([story], NOW));
        expect(store.busy()).toBe(true);
        const settled = await Promise.allSettled(pushed);
        const away = many.filter((_, n) => settled[n]?.status === 'rejected');
        for (const one of settled)
          if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'store_busy' });
        expect(away.length).toBeGreaterThan(0);
        expect(await store.countStories(PROGRAMME)).toBe(many.length - away.length);
        expect(store.busy()).toBe(false);
        expect((await store.acceptStories(away, NOW)).every(({ outcome }) => outcome === 'stored')).toBe(true);
        expect(await store.countStories(PROGRAMME)).toBe(many.length);
      }),
    );

    it(
      'keeps the outcome table for thousands of stories in one transaction, in the order of their serials',
      withStories(async (store) => {
        const receiptOf = (n: number) => n.toString(16).padStart(64, '0');
        const item = async (n: number, revision = 1) =>
          accepted(aStory({ id: idNumber(n), revision, text: `Revision ${revision}.` }), { receipt: receiptOf(n) });
        await store.withdraw({ programme: PROGRAMME, receipt: receiptOf(1500), at: NOW });
        const batch = await Promise.all(Array.from({ length: 2100 }, (_, n) => item(n)));
        batch.push(await item(7, 2), await item(7), await item(7, 3), await item(2099));
        const outcomes = await store.acceptStories(batch, NOW);
        const refusedAt = outcomes.flatMap(({ outcome }, n) => (outcome === 'refused' ? [n] : []));
        expect(refusedAt).toEqual([1500]);
        expect(outcomes.slice(2100).map(({ outcome }) => outcome)).toEqual(['stored', 'already', 'stored', 'already']);
        const kept = await store.storiesOf(PROGRAMME, 0, 3000);
        expect(kept.map(({ story }) => story.id)).toEqual(
          batch.slice(0, 2100).flatMap(({ story }, n) => (n === 1500 ? [] : [story.id])),
        );
        expect((await store.story(PROGRAMME, idNumber(7)))?.story.revision).toBe(3);
        const again = await store.acceptStories(batch.slice(0, 2100), LATER);
        expect(again.filter(({ outcome }) => outcome !== 'already').map(({ id }) => id)).toEqual([idNumber(1500)]);
      }),
    );

    it('stores each story once, whatever the order and multiplicity of pushes', async () => {
      const pushes = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }), {
        minLength: 1,
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(pushes, fc.boolean(), async (batches, atOnce) => {
          await withStories(async (store) => {
            const ready = await Promise.all(
              batches.map((batch) => Promise.all(batch.map((n) => accepted(aStory({ id: idNumber(n) }))))),
            );
            const outcomes = atOnce
              ? (await Promise.all(ready.map((batch) => store.acceptStories(batch, NOW)))).flat()
              : await inTurn(ready.map((batch) => () => store.acceptStories(batch, NOW)));
            const wanted = [...new Set(batches.flat())].map(idNumber).sort();
            const stored = outcomes.filter(({ outcome }) => outcome === 'stored').map(({ id }) => id);
            expect(stored.sort()).toEqual(wanted);
            expect(outcomes.every(({ outcome }) => outcome !== 'refused')).toBe(true);
            expect((await store.storiesOf(PROGRAMME, 0, 100)).map(({ story }) => story.id).sort()).toEqual(wanted);
          })();
        }),
        { numRuns: runs },
      );
    }, 30_000);

    it(
      'gives stories in pages and by serial, of the asked programme only',
      withStories(async (store) => {
        await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'other' });
        const mixed = [1, 2, 3, 4].map((n) => aStory({ id: idNumber(n), programme: n % 2 ? PROGRAMME : 'other' }));
        await store.acceptStories(await Promise.all(mixed.map((story) => accepted(story))), NOW);
        const all = await store.storiesOf(PROGRAMME, 0, 10);
        expect(all.map(({ story }) => story.id)).toEqual([idNumber(1), idNumber(3)]);
        const [first, second] = all.map(({ serial }) => serial);
        expect((await store.storiesOf(PROGRAMME, first ?? 0, 10)).map(({ serial }) => serial)).toEqual([second]);
        expect(await store.storiesBySerial('other', [first ?? 0])).toEqual([]);
        expect(await store.story('other', idNumber(1))).toBeNull();
        expect(await store.knownStories(PROGRAMME, [1, 2, 9].map(idNumber))).toEqual(new Set([idNumber(1)]));
      }),
    );

    it(
      'keeps help requests apart from the stories that analysis reads',
      withStories(async (store) => {
        const help = { wanted: true, contact: 'through school' };
        await store.acceptStories([await accepted(aStory(), { help })], NOW);
        expect((await store.story(PROGRAMME, idNumber(1)))?.help).toEqual(help);
        expect((await store.queue(PROGRAMME))[0]?.help).toEqual(help);
        const page = await store.storiesOf(PROGRAMME, 0, 10);
        expect(page.map((stored) => stored.help)).toEqual([null]);
        const key = await makeKeyPair();
        const bond = { programme: PROGRAMME, story: idNumber(2) };
        const shut = { wanted: true, contact: null, sealed: await seal('through school', key, bond) };
        await store.acceptStories([await accepted(aStory({ id: idNumber(2) }), { help: shut })], NOW);
        expect((await store.story(PROGRAMME, idNumber(2)))?.help).toEqual(shut);
        expect(JSON.stringify(page)).not.toContain('through school');
      }),
    );

    it.each(['', '\u202e', 'O\'Brien"; DROP TABLE stories; --', '👩‍👧 \u{1F331}', 'a'.repeat(20_000)])(
      'gives back the words as they were told: %j',
      async (text) => {
        await withStories(async (store) => {
          const story = aStory({ text });
          await store.acceptStories([await accepted(story)], NOW);
          expect((await store.story(PROGRAMME, story.id))?.story).toEqual(story);
        })();
      },
    );
  });

  describe(`${name}: calls for help`, () => {
    const sealed = { key: 'k', programme: PROGRAMME, enc: 'e', sealed: 'who' };
    const note = { ...sealed, sealed: 'd'.repeat(10_000) };
    const call = (n: number) => ({ id: idNumber(n), at: NOW, audience: 'child' as const, sealed });
    const answered = (store: Store) => store.answeredCallsOf(PROGRAMME, 10);

    it(
      'wait until one of them is answered, with who did, when and what was noted; the first answer is kept',
      withStories(async (store) => {
        // Of one moment, whichever comes first: they are numbered by where they stand.
        await store.addHelpCall(PROGRAMME, call(2));
        await store.addHelpCall(PROGRAMME, call(1));
        expect(await store.helpCallsOf(PROGRAMME)).toEqual([call(1), call(2)]);
        const answer = { by: 'lead', at: LATER, note };
        expect(await store.answerHelpCall(PROGRAMME, idNumber(1), answer)).toBe('answered');
        const again = { by: 'other', at: LATER, note: sealed };
        expect(await store.answerHelpCall(PROGRAMME, idNumber(1), again)).toBe('unknown');
        expect(await store.answerHelpCall('another', idNumber(2), answer)).toBe('unknown');
        expect(await store.helpCallsOf(PROGRAMME)).toEqual([call(2)]);
        const { sealed: _, ...known } = call(1);
        expect(await answered(store)).toEqual([{ ...known, answeredAt: LATER, answeredBy: 'lead', note }]);
        // Sent again by a device that had no answer: it is not asked anew.
        await store.addHelpCall(PROGRAMME, call(1));
        expect(await store.helpCallsOf(PROGRAMME)).toEqual([call(2)]);
      }),
    );

    it(
      'are given newest answer first, as many as are asked for',
      withStories(async (store) => {
        for (const n of [1, 2, 3]) {
          await store.addHelpCall(PROGRAMME, call(n));
          const at = new Date(NOW.getTime() + n);
          await store.answerHelpCall(PROGRAMME, idNumber(n), { by: 'lead', at, note });
        }
        expect((await store.answeredCallsOf(PROGRAMME, 2)).map(({ id }) => id)).toEqual([idNumber(3), idNumber(2)]);
      }),
    );

    it(
      'are given from any of them on, also those that were answered at one moment',
      withStories(async (store) => {
        // Newest first: 5, then 2 3 4 of one moment, then 1; 6 still waits.
        for (const [n, after] of [1, 2, 2, 2, 3].entries()) {
          await store.addHelpCall(PROGRAMME, call(n + 1));
          const at = new Date(NOW.getTime() + after);
          await store.answerHelpCall(PROGRAMME, idNumber(n + 1), { by: 'lead', at, note });
        }
        await store.addHelpCall(PROGRAMME, call(6));
        const from = async (side: 'older' | 'newer', n: number, limit = 2) =>
          (await store.answeredCallsOf(PROGRAMME, limit, { side, than: idNumber(n) })).map(({ id }) => id);
        expect(await from('older', 5)).toEqual([idNumber(2), idNumber(3)]);
        expect(await from('older', 3)).toEqual([idNumber(4), idNumber(1)]);
        expect(await from('older', 1)).toEqual([]);
        expect(await from('newer', 1)).toEqual([idNumber(3), idNumber(4)]);
        expect(await from('newer', 3, 9)).toEqual([idNumber(5), idNumber(2)]);
        expect(await from('newer', 6)).toEqual([]);
        expect(await from('older', 7)).toEqual([]);
        expect(await store.answeredCall(PROGRAMME, idNumber(1))).toMatchObject({ id: idNumber(1), note });
        for (const n of [6, 7]) expect(await store.answeredCall(PROGRAMME, idNumber(n))).toBeNull();
        expect(await store.answeredCall('another', idNumber(1))).toBeNull();
        expect(await store.answeredCallsOf('another', 2, { side: 'older', than: idNumber(5) })).toEqual([]);
      }),
    );

    it(
      'are forgotten with their notes by the day they were answered; those that wait stay',
      withStories(async (store) => {
        for (const n of [1, 2, 3]) await store.addHelpCall(PROGRAMME, call(n));
        await store.answerHelpCall(PROGRAMME, idNumber(1), { by: 'lead', at: NOW, note });
        await store.answerHelpCall(PROGRAMME, idNumber(2), { by: 'lead', at: LATER, note });
        expect(await store.forgetHelpCalls(PROGRAMME, NOW)).toBe(0);
        expect(await store.forgetHelpCalls(PROGRAMME, LATER)).toBe(1);
        expect((await answered(store)).map(({ id }) => id)).toEqual([idNumber(2)]);
        // Dated ahead by a clock that was wrong.
        await store.lowerArrivals(PROGRAMME, NOW);
        expect(await answered(store)).toMatchObject([{ answeredAt: NOW }]);
        expect(await store.forgetHelpCalls(PROGRAMME, null)).toBe(1);
        expect(await store.helpCallsOf(PROGRAMME)).toEqual([call(3)]);
      }),
    );
  });

  describe(`${name}: readings`, () => {
    const reading = { outcome: 'clear', reader: 'reader-1', at: NOW, note: null } as const;

    it(
      'takes a cleared story out of the queue and leaves a concern in it',
      withStories(async (store) => {
        const stories = [1, 2, 3].map((n) => accepted(aStory({ id: idNumber(n) })));
        await store.acceptStories(await Promise.all(stories), NOW);
        expect(await store.recordReading(PROGRAMME, idNumber(1), reading)).toBe('recorded');
        expect(await store.recordReading(PROGRAMME, idNumber(2), { ...reading, outcome: 'concern' })).toBe('recorded');
        expect((await store.queue(PROGRAMME)).map(({ story, reading }) => [story.id, reading])).toEqual([
          [idNumber(2), 'concern'],
          [idNumber(3), 'unread'],
        ]);
        expect((await store.story(PROGRAMME, idNumber(1)))?.reading).toBe('clear');
      }),
    );

    it(
      'says unknown for a story it does not have in that programme',
      withStories(async (store) => {
        expect(await store.recordReading(PROGRAMME, idNumber(9), reading)).toBe('unknown');
      }),
    );

    it(
      'changes the revision with every new story and reading, and with nothing else',
      withStories(async (store) => {
        const seen = [await store.revision(PROGRAMME)];
        const note = async () => void seen.push(await store.revision(PROGRAMME));
        const story = await accepted(aStory());
        await store.acceptStories([story], NOW);
        await note();
        await store.recordReading(PROGRAMME, story.story.id, reading);
        await note();
        expect(new Set(seen).size).toBe(3);
        await store.acceptStories([story], NOW);
        await store.recordReading(PROGRAMME, idNumber(9), reading);
        expect(await store.revision(PROGRAMME)).toBe(seen[2]);
      }),
    );
  });

  describe(`${name}: regions and names of patterns`, () => {
    const region = (n: number, words = 'more of this') => ({
      id: idNumber(n),
      signifier: 'dyad.info',
      wish: 'more' as const,
      words,
      shape: { kind: 'span' as const, from: 0.2, to: 0.6 },
      drawn: { by: 'A steward', at: NOW.toISOString() },
    });

    it(
      'keeps a region as it was drawn: again is harmless, other words under its id are refused',
      withStories(async (store) => {
        expect(await store.addRegion(PROGRAMME, region(1))).toBe('added');
        const later = { ...region(1), drawn: { by: 'A steward', at: LATER.toISOString() } };
        expect(await store.addRegion(PROGRAMME, later)).toBe('already');
        expect(await store.addRegion(PROGRAMME, region(1, 'less of this'))).toBe('other_content');
        expect(await store.regionsOf(PROGRAMME)).toEqual([{ ...region(1), retired: null }]);
      }),
    );

    it(
      'retires a region once, keeps it and its date, and knows no other programme’s',
      withStories(async (store) => {
        await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'other' });
        await store.addRegion(PROGRAMME, region(1));
        await store.addRegion(PROGRAMME, region(2));
        expect(await store.retireRegion('other', idNumber(1), 'X', NOW)).toBe('unknown');
        expect(await store.retireRegion(PROGRAMME, idNumber(1), 'X', LATER)).toBe('retired');
        expect(await store.retireRegion(PROGRAMME, idNumber(1), 'Y', NOW)).toBe('already');
        const kept = await store.regionsOf(PROGRAMME);
        expect(kept.map(({ id, retired }) => [id, retired])).toEqual([
          [idNumber(1), { by: 'X', at: LATER.toISOString() }],
          [idNumber(2), null],
        ]);
        expect(await store.regionsOf('other')).toEqual([]);
      }),
    );

    it(
      'keeps every name a pattern was given, oldest first',
      withStories(async (store) => {
        const name = { pattern: 'core-1a2b3c', name: 'Somebody stayed', by: 'A', at: NOW.toISOString() };
        await store.namePattern(PROGRAMME, name);
        await store.namePattern(PROGRAMME, { ...name, name: 'We were not alone', by: 'B', at: LATER.toISOString() });
        expect((await store.patternNamesOf(PROGRAMME)).map(({ by }) => by)).toEqual(['A', 'B']);
        expect(await store.patternNamesOf('other')).toEqual([]);
      }),
    );
  });

  describe(`${name}: releases`, () => {
    const release = (quarter: string) => {
      const body = `{"quarter":"${quarter}"}`;
      const hash = createHash('sha256').update(body).digest('hex');
      return { programme: PROGRAMME, quarter, lastSerial: 7, madeAt: NOW, hash, body };
    };

    it(
      'keeps a release once, with its entries of the ledger, and gives every entry of each cell, oldest first',
      withStories(async (store) => {
        expect(await store.releases(PROGRAMME)).toEqual([]);
        expect(await store.release(PROGRAMME, '2026-Q3')).toBeNull();
        const first = [
          { cell: 'place/north', stories: 23, shown: 25 },
          { cell: 'quarter/2026-Q1', stories: 4, shown: null },
        ];
        expect(await store.saveRelease(release('2026-Q3'), first)).toBe('saved');
        const later = { cell: 'place/north', stories: 41, shown: 40 };
        expect(await store.saveRelease(release('2026-Q4'), [later])).toBe('saved');
        expect(await store.release(PROGRAMME, '2026-Q3')).toEqual(release('2026-Q3'));
        expect(await store.releases(PROGRAMME)).toEqual([
          { quarter: '2026-Q3', lastSerial: 7 },
          { quarter: '2026-Q4', lastSerial: 7 },
        ]);
        expect(await store.releasedCells(PROGRAMME)).toEqual(
          new Map([
            [
              'place/north',
              [
                { cell: 'place/north', stories: 23, shown: 25, quarter: '2026-Q3' },
                { ...later, quarter: '2026-Q4' },
              ],
            ],
            ['quarter/2026-Q1', [{ cell: 'quarter/2026-Q1', stories: 4, shown: null, quarter: '2026-Q3' }]],
          ]),
        );
      }),
    );

    it(
      'keeps the first of two releases for one quarter, and a ledger of many thousand cells',
      withStories(async (store) => {
        const many = Array.from({ length: 12_000 }, (_, n) => ({ cell: `cell/${n}`, stories: n, shown: n }));
        expect(await store.saveRelease(release('2026-Q3'), many)).toBe('saved');
        const other = { ...release('2026-Q3'), body: '{}' };
        expect(await store.saveRelease(other, [{ cell: 'cell/x', stories: 1, shown: 1 }])).toBe('exists');
        expect((await store.release(PROGRAMME, '2026-Q3'))?.body).toBe(release('2026-Q3').body);
        expect((await store.releasedCells(PROGRAMME)).size).toBe(12_000);
      }),
    );
  });

  describe(`${name}: members and invitations`, () => {
    it(
      'grants roles within one programme, each once',
      withStories(async (store) => {
        await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'other' });
        await store.grantRoles('user-1', PROGRAMME, ['steward', 'analyst']);
        await store.grantRoles('user-1', PROGRAMME, ['analyst']);
        await store.grantRoles('user-1', 'other', ['steward']);
        expect(await store.rolesOf('user-1', PROGRAMME)).toEqual(['analyst', 'steward']);
        expect(await store.rolesOf('user-2', PROGRAMME)).toEqual([]);
        expect(await store.membershipsOf('user-1')).toEqual([
          { programme: 'other', roles: ['steward'] },
          { programme: PROGRAMME, roles: ['analyst', 'steward'] },
        ]);
        expect(await store.countStewards()).toBe(1);
      }),
    );

    it(
      'takes an invitation once, and not after its time',
      withStories(async (store) => {
        const invitation = {
          tokenHash: 'c'.repeat(64),
          programme: PROGRAMME,
          roles: ['reader'],
          expiresAt: LATER,
        } as const;
        await store.createInvitation(invitation);
        await store.createInvitation({ ...invitation, tokenHash: 'd'.repeat(64), expiresAt: NOW });
        expect(await store.takeInvitation('d'.repeat(64), NOW)).toBeNull();
        expect(await store.takeInvitation('e'.repeat(64), NOW)).toBeNull();
        expect(await store.takeInvitation(invitation.tokenHash, NOW)).toEqual(invitation);
        expect(await store.takeInvitation(invitation.tokenHash, NOW)).toBeNull();
      }),
    );

    it(
      "takes the first steward's token once; a new one replaces the one before",
      within(async (store) => {
        await store.saveFirstStewardToken('a'.repeat(64), LATER);
        await store.saveFirstStewardToken('b'.repeat(64), LATER);
        expect(await store.takeFirstStewardToken('a'.repeat(64), NOW)).toBe(false);
        expect(await store.firstStewardTokenHolds('b'.repeat(64), LATER)).toBe(false);
        expect(await store.firstStewardTokenHolds('b'.repeat(64), NOW)).toBe(true);
        expect(await store.takeFirstStewardToken('b'.repeat(64), NOW)).toBe(true);
        expect(await store.takeFirstStewardToken('b'.repeat(64), NOW)).toBe(false);
      }),
    );
  });

  describe(`${name}: audit and history`, () => {
    const entry = { at: NOW, actor: 'cli', action: 'export.csv', programme: PROGRAMME, subject: null };

    it(
      'chains audit entries and shows the newest first',
      within(async (store) => {
        await store.appendAudit(entry);
        await store.appendAudit({ ...entry, programme: null, action: 'backup.made' });
        await Promise.all(Array.from({ length: 5 }, (_, n) => store.appendAudit({ ...entry, subject: String(n) })));
        expect(await store.auditOf(null, 3)).toHaveLength(3);
        expect((await store.auditOf(PROGRAMME, 10)).at(-1)).toEqual(entry);
        expect(await store.auditOf(PROGRAMME, 10)).toHaveLength(6);
        expect(await store.verifyAudit()).toEqual({ kind: 'whole', entries: 7 });
      }),
    );

    it(
      'keeps one epoch for its whole history',
      within(async (store) => {
        const epoch = await store.epoch();
        expect(epoch).toMatch(/^[0-9a-f-]{36}$/);
        expect(await store.epoch()).toBe(epoch);
        expect(await store.ready()).toBe(true);
      }),
    );
  });
}

async function inTurn<T>(works: readonly (() => Promise<T[]>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const work of works) results.push(...(await work()));
  return results;
}
