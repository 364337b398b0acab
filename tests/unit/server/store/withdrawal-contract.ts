import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { effectiveSharing, type Story } from '$lib/domain/story/story';
import type { Outcome } from '$lib/protocol/push';
import type { Store } from '$lib/server/store/port';
import { aCollector, withSheffield } from '../../../fixtures/programmes';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const LATER = new Date('2026-11-24T08:00:00.000Z');
const PROGRAMME = SHEFFIELD_TRIAL.slug;
const RECEIPT = 'a'.repeat(64);
const ID = idNumber(1);
const reading = { outcome: 'clear', reader: 'reader-1', at: NOW, note: 'a note' } as const;

const revision = (n: number, changes: Partial<Story> = {}) =>
  accepted(aStory({ revision: n, text: `Synthetic words, revision ${n}.`, ...changes }), { receipt: RECEIPT });
const takeBack = (store: Store, at = LATER) => store.withdraw({ programme: PROGRAMME, receipt: RECEIPT, at });

/** What every engine behind the store port must do with stories that are taken back, changed or shared less. */
export function withdrawalContract(name: string, open: () => Promise<Store>, { runs = 60 } = {}): void {
  const withStories = (work: (store: Store) => Promise<void>) => async () => {
    const store = await open();
    try {
      await work(await withSheffield(store));
    } finally {
      await store.close();
    }
  };
  const told = (work: (store: Store) => Promise<void>) =>
    withStories(async (store) => {
      await store.acceptStories([await revision(1)], NOW);
      await work(store);
    });
  const put = async (store: Store, n: number): Promise<string> => {
    const [outcome] = await store.acceptStories([await revision(n)], LATER);
    return said(outcome);
  };

  describe(`${name}: a story taken back`, () => {
    it(
      'is nowhere any more, with its reading and its call for help, and no retry brings it back',
      withStories(async (store) => {
        const help = { wanted: true, contact: 'through school' };
        await store.acceptStories([{ ...(await revision(1)), help }], NOW);
        await store.recordReading(PROGRAMME, ID, reading);
        const before = await store.revision(PROGRAMME);
        expect(await takeBack(store)).toBe('withdrawn');
        expect(await store.revision(PROGRAMME)).not.toBe(before);
        expect(await store.story(PROGRAMME, ID)).toBeNull();
        expect(await store.storiesOf(PROGRAMME, 0, 10)).toEqual([]);
        expect(await store.queue(PROGRAMME)).toEqual([]);
        expect(await store.readingsOf(PROGRAMME, ID)).toEqual([]);
        expect(await store.countStories(PROGRAMME)).toBe(0);
        expect(await store.countStoriesFrom(aCollector())).toBe(0);
        expect(await store.storyOfReceipt(PROGRAMME, RECEIPT)).toBeNull();
        expect(await put(store, 1)).toBe('withdrawn');
        expect(await put(store, 2)).toBe('withdrawn');
        expect(await store.knownStories(PROGRAMME, [ID, idNumber(2)])).toEqual(new Set([ID]));
        const under = await accepted(aStory(), { receipt: 'b'.repeat(64) });
        expect(said((await store.acceptStories([under], LATER))[0])).toBe('withdrawn');
      }),
    );

    it(
      'is every one that the words find, also where somebody used them twice',
      told(async (store) => {
        const second = await accepted(aStory({ id: idNumber(2) }), { receipt: RECEIPT });
        await store.acceptStories([second], NOW);
        expect(await takeBack(store)).toBe('withdrawn');
        expect(await store.storyOfReceipt(PROGRAMME, RECEIPT)).toBeNull();
        expect(await store.countStories(PROGRAMME)).toBe(0);
      }),
    );

    it(
      'that had not arrived is refused when it does; others are not',
      withStories(async (store) => {
        expect(await takeBack(store)).toBe('waits');
        expect(await takeBack(store)).toBe('already');
        expect(await store.withdrawn(PROGRAMME, RECEIPT)).toBe(true);
        expect(await put(store, 1)).toBe('withdrawn');
        const other = await accepted(aStory({ id: idNumber(2) }), { receipt: 'b'.repeat(64) });
        expect(said((await store.acceptStories([other], NOW))[0])).toBe('stored');
        const without = await accepted(aStory({ id: idNumber(3) }));
        expect(said((await store.acceptStories([without], NOW))[0])).toBe('stored');
      }),
    );

    it(
      'of another programme is not touched',
      told(async (store) => {
        expect(await store.withdraw({ programme: 'other', receipt: RECEIPT, at: NOW })).toBe('waits');
        expect(await store.storyOfReceipt(PROGRAMME, RECEIPT)).not.toBeNull();
      }),
    );

    it(
      'stays with the safeguarding role alone while a concern is open, and goes when that is settled',
      told(async (store) => {
        await store.recordReading(PROGRAMME, ID, { ...reading, outcome: 'concern' });
        expect(await takeBack(store)).toBe('restricted');
        expect(await store.storiesOf(PROGRAMME, 0, 10)).toEqual([]);
        expect(await store.countStories(PROGRAMME)).toBe(0);
        expect(await store.countStoriesFrom(aCollector())).toBe(0);
        expect(await store.storiesBySerial(PROGRAMME, [1])).toEqual([]);
        expect(await store.storyOfReceipt(PROGRAMME, RECEIPT)).toBeNull();
        expect(await store.lowerSharing(PROGRAMME, RECEIPT, 'dots', NOW)).toBeNull();
        expect(await put(store, 2)).toBe('withdrawn');
        expect(await store.queue(PROGRAMME)).toMatchObject([{ withdrawn: true, reading: 'concern' }]);
        expect(await store.recordReading(PROGRAMME, ID, reading)).toBe('recorded');
        expect(await store.queue(PROGRAMME)).toEqual([]);
        expect(await store.story(PROGRAMME, ID)).toBeNull();
      }),
    );

    it(
      'is written down once, in the same words with and without a concern',
      withStories(async (store) => {
        for (const [n, outcome] of [[1, 'clear'] as const, [2, 'concern'] as const]) {
          const receipt = String(n).repeat(64);
          await store.acceptStories([await accepted(aStory({ id: idNumber(n) }), { receipt })], NOW);
          await store.recordReading(PROGRAMME, idNumber(n), { ...reading, outcome });
          await store.withdraw({ programme: PROGRAMME, receipt, at: NOW });
          await store.withdraw({ programme: PROGRAMME, receipt, at: LATER });
        }
        const entries = await store.auditOf(PROGRAMME, 10);
        expect(entries.map(({ action }) => action)).toEqual(['story.withdrawn', 'story.withdrawn']);
        expect(await store.verifyAudit()).toMatchObject({ kind: 'whole' });
      }),
    );
  });

  describe(`${name}: a story erased by its number`, () => {
    const erase = (store: Store, ...stories: string[]) =>
      store.eraseStories({ programme: PROGRAMME, stories, why: 'retention', actor: 'system', at: LATER });

    it(
      'is nowhere any more, is counted once in the audit, and nothing brings it back under that number',
      withStories(async (store) => {
        await store.acceptStories([await revision(1), await accepted(aStory({ id: idNumber(2) }))], NOW);
        await store.acceptStories([await accepted(aStory({ id: idNumber(3) }))], LATER);
        expect(await store.storiesBefore(PROGRAMME, LATER, null, 10)).toEqual([ID, idNumber(2)]);
        expect(await store.storiesBefore(PROGRAMME, null, null, 10)).toHaveLength(3);
        const newest = await store.newestArrival(PROGRAMME);
        expect(newest?.at).toEqual(LATER);
        expect(await store.storiesBefore(PROGRAMME, null, (newest?.serial ?? 0) - 1, 10)).toEqual([ID, idNumber(2)]);
        const before = await store.revision(PROGRAMME);
        expect(await erase(store, ID, idNumber(2))).toEqual({ erased: [ID, idNumber(2)], restricted: [] });
        expect(await store.revision(PROGRAMME)).not.toBe(before);
        expect(await store.countStories(PROGRAMME)).toBe(1);
        expect(await store.storyOfReceipt(PROGRAMME, RECEIPT)).toBeNull();
        expect(await put(store, 1)).toBe('withdrawn');
        expect(await put(store, 2)).toBe('withdrawn');
        expect(await store.knownStories(PROGRAMME, [ID, idNumber(9)])).toEqual(new Set([ID]));
        expect(await erase(store, ID)).toEqual({ erased: [], restricted: [] });
        expect(await store.auditOf(PROGRAMME, 9)).toMatchObject([
          { action: 'stories.erased', subject: 'retention: 2 stories' },
        ]);
      }),
    );

    it(
      'goes by days that are counted and kept with the database',
      withStories(async (store) => {
        expect(await store.calendar()).toBeNull();
        expect(await store.newestArrival(PROGRAMME)).toBeNull();
        const calendar = { today: NOW, clock: LATER, steadyMs: 7, marks: { [PROGRAMME]: [{ on: NOW, serial: 3 }] } };
        await store.keepCalendar(calendar);
        await store.keepCalendar({ ...calendar, steadyMs: 8 });
        expect(await store.calendar()).toEqual({ ...calendar, steadyMs: 8 });
      }),
    );

    it(
      'goes by days of which no change is lost, whoever makes others at the same moment',
      withStories(async (store) => {
        const begun = { today: NOW, clock: NOW, steadyMs: 0, marks: {} };
        const change = () =>
          store.changeCalendar((noted) => ({ ...(noted ?? begun), steadyMs: (noted?.steadyMs ?? 0) + 1 }));
        const changed = await Promise.all(Array.from({ length: 20 }, change));
        expect(new Set(changed.map(({ steadyMs }) => steadyMs)).size).toBe(20);
        expect(await store.calendar()).toEqual({ ...begun, steadyMs: 20 });
        await expect(
          store.changeCalendar(() => {
            throw new Error('no change');
          }),
        ).rejects.toThrow('no change');
        expect(await store.calendar()).toEqual({ ...begun, steadyMs: 20 });
      }),
    );

    it(
      'goes by a first day on which somebody was here, not what a start noted by itself, and never after the clock',
      withStories(async (store) => {
        expect(await store.lastSeen([PROGRAMME], LATER)).toBeNull();
        await store.acceptStories([await accepted(aStory())], NOW);
        expect(await store.lastSeen([PROGRAMME], LATER)).toEqual(NOW);
        expect(await store.lastSeen([], LATER)).toBeNull();
        const noted = (actor: string, at: Date) =>
          store.appendAudit({ at, actor, action: 'x', programme: null, subject: null });
        await noted('system', LATER);
        await noted('cli', LATER);
        expect(await store.lastSeen([PROGRAMME], LATER)).toEqual(NOW);
        await noted('teller', LATER);
        expect(await store.lastSeen([PROGRAMME], LATER)).toEqual(LATER);
        expect(await store.lastSeen([PROGRAMME], new Date(LATER.getTime() - 1))).toEqual(NOW);
      }),
    );

    it(
      'is found where it says that it arrived later than is possible, and lowered to what is certain',
      withStories(async (store) => {
        await store.acceptStories([await accepted(aStory())], NOW);
        await store.acceptStories([await accepted(aStory({ id: idNumber(2) }))], LATER);
        expect(await store.datedAfter(PROGRAMME, NOW)).toBe(1);
        const before = await store.revision(PROGRAMME);
        expect(await store.lowerArrivals(PROGRAMME, NOW)).toBe(1);
        expect(await store.revision(PROGRAMME)).not.toBe(before);
        expect(await store.datedAfter(PROGRAMME, NOW)).toBe(0);
        expect((await store.story(PROGRAMME, idNumber(2)))?.receivedAt).toEqual(NOW);
        expect(await store.lowerArrivals('other', NOW)).toBe(0);
      }),
    );

    it(
      'that is not there is refused when it comes, and one of another programme is not touched',
      withStories(async (store) => {
        await erase(store, ID);
        expect(await store.erased(PROGRAMME, ID)).toBe(true);
        expect(await store.erased('other', ID)).toBe(false);
        expect(await put(store, 1)).toBe('withdrawn');
      }),
    );

    it(
      'stays with the safeguarding role while a concern is open, and goes when that is settled',
      told(async (store) => {
        await store.recordReading(PROGRAMME, ID, { ...reading, outcome: 'concern' });
        expect(await erase(store, ID)).toEqual({ erased: [], restricted: [ID] });
        expect(await store.storiesBefore(PROGRAMME, null, null, 10)).toEqual([]);
        expect(await store.countStories(PROGRAMME)).toBe(0);
        expect(await store.queue(PROGRAMME)).toMatchObject([{ withdrawn: true }]);
        await store.recordReading(PROGRAMME, ID, reading);
        expect(await store.story(PROGRAMME, ID)).toBeNull();
        expect(await put(store, 2)).toBe('withdrawn');
      }),
    );
  });

  describe(`${name}: a programme that was closed`, () => {
    it(
      'takes no story of a person any more; an imported one, closed to people from the start, takes imports',
      told(async (store) => {
        await store.saveProgramme({ ...SHEFFIELD_TRIAL, state: 'closed' });
        const other = await accepted(aStory({ id: idNumber(2) }));
        await expect(store.acceptStories([other], NOW)).rejects.toMatchObject({ kind: 'programme_closed' });
        expect(await store.countStories(PROGRAMME)).toBe(1);
        await store.saveProgramme({ ...SHEFFIELD_TRIAL, state: 'closed', origin: 'imported' });
        expect((await store.acceptStories([other], NOW))[0]).toMatchObject({ outcome: 'stored' });
      }),
    );
  });

  describe(`${name}: a story changed by its teller`, () => {
    it(
      'takes the place of the one before, is held again and counted once; the earlier one is never other content',
      told(async (store) => {
        await store.recordReading(PROGRAMME, ID, reading);
        const before = await store.revision(PROGRAMME);
        const serial = (await store.story(PROGRAMME, ID))?.serial;
        expect(await put(store, 2)).toBe('stored');
        expect(await store.revision(PROGRAMME)).not.toBe(before);
        expect(await store.countStories(PROGRAMME)).toBe(1);
        const now = await store.story(PROGRAMME, ID);
        expect(now).toMatchObject({ serial, reading: 'unread', receivedAt: NOW, amendedAt: LATER });
        expect(now?.story).toMatchObject({ revision: 2, text: 'Synthetic words, revision 2.' });
        expect(await put(store, 1)).toBe('already');
        expect(await put(store, 2)).toBe('already');
        expect((await store.story(PROGRAMME, ID))?.story.revision).toBe(2);
        expect((await store.auditOf(PROGRAMME, 9)).map(({ action }) => action)).toEqual(['story.amended']);
      }),
    );

    it(
      'is refused where the receipt is another, or there is none',
      told(async (store) => {
        for (const receipt of ['b'.repeat(64), null]) {
          const change = await accepted(aStory({ revision: 2, text: 'Somebody else’s.' }), { receipt });
          expect(said((await store.acceptStories([change], LATER))[0])).toBe('other_content');
        }
        const same = await accepted(aStory({ text: 'The same revision.' }), { receipt: RECEIPT });
        expect(said((await store.acceptStories([same], LATER))[0])).toBe('other_content');
        expect((await store.story(PROGRAMME, ID))?.story.revision).toBe(1);
      }),
    );

    it(
      'leaves a concern open and its words with it, until it is settled',
      told(async (store) => {
        await store.recordReading(PROGRAMME, ID, { ...reading, outcome: 'concern' });
        await put(store, 2);
        expect(await store.story(PROGRAMME, ID)).toMatchObject({ reading: 'concern', story: { revision: 2 } });
        expect(await store.earlierRevisions(PROGRAMME, ID)).toMatchObject([{ revision: 1 }]);
        await store.recordReading(PROGRAMME, ID, reading);
        expect(await store.earlierRevisions(PROGRAMME, ID)).toEqual([]);
      }),
    );

    it(
      'keeps a call for help and the way to reach somebody where it says nothing of them, and takes new ones',
      withStories(async (store) => {
        const help = { wanted: true, contact: 'through school' };
        await store.acceptStories([{ ...(await revision(1)), help }], NOW);
        await put(store, 2);
        expect((await store.story(PROGRAMME, ID))?.help).toEqual(help);
        const other = { wanted: true, contact: 'by telephone' };
        await store.acceptStories([{ ...(await revision(3)), help: other }], LATER);
        expect((await store.story(PROGRAMME, ID))?.help).toEqual(other);
        await store.acceptStories([{ ...(await revision(4)), help: { wanted: true, contact: null } }], LATER);
        await store.acceptStories([{ ...(await revision(5)), help: { wanted: false, contact: null } }], LATER);
        expect((await store.story(PROGRAMME, ID))?.help).toEqual(other);
      }),
    );
  });

  describe(`${name}: a receipt`, () => {
    it(
      'tells a story that somebody worries about from no other that was read',
      withStories(async (store) => {
        const shown = [];
        for (const [n, outcome] of [[1, 'clear'] as const, [2, 'concern'] as const]) {
          const receipt = String(n).repeat(64);
          const item = (r: number) => accepted(aStory({ id: idNumber(n), revision: r }), { receipt });
          const look = async () => {
            const { id: _, ...seen } = (await store.storyOfReceipt(PROGRAMME, receipt)) ?? { id: '' };
            return seen;
          };
          await store.acceptStories([await item(1)], NOW);
          const unread = await look();
          await store.recordReading(PROGRAMME, idNumber(n), { ...reading, outcome });
          const read = await look();
          await store.acceptStories([await item(2)], LATER);
          shown.push([unread, read, await look()]);
        }
        expect(shown[1]).toEqual(shown[0]);
        expect(shown[0]?.map((seen) => 'read' in seen && seen.read)).toEqual([false, true, false]);
      }),
    );

    it(
      'lowers the sharing at once and for later revisions, and never raises it',
      withStories(async (store) => {
        await store.acceptStories([await revision(1, { sharing: 'quote' })], NOW);
        const lower = async (to: 'dots' | 'read' | 'quote') =>
          (await store.lowerSharing(PROGRAMME, RECEIPT, to, NOW))?.sharing;
        const before = await store.revision(PROGRAMME);
        expect(await lower('quote')).toBe('quote');
        expect(await store.revision(PROGRAMME)).toBe(before);
        expect(await lower('read')).toBe('read');
        expect(await store.revision(PROGRAMME)).not.toBe(before);
        expect(await lower('quote')).toBe('read');
        await store.acceptStories([await revision(2, { sharing: 'quote' })], LATER);
        const [stored] = await store.storiesOf(PROGRAMME, 0, 1);
        expect(stored && effectiveSharing(stored.story)).toBe('read');
        expect(await lower('dots')).toBe('dots');
        expect((await store.storyOfReceipt(PROGRAMME, RECEIPT))?.sharing).toBe('dots');
        expect(await store.lowerSharing(PROGRAMME, 'b'.repeat(64), 'dots', NOW)).toBeNull();
      }),
    );
  });

  describe(`${name}: whatever comes in whatever order`, () => {
    type Deed = 1 | 2 | 3 | 'take_back' | 'read' | 'worry';
    const deeds = fc.array(fc.constantFrom<Deed>(1, 2, 3, 'take_back', 'read', 'worry'), {
      minLength: 1,
      maxLength: 10,
    });

    it('taken back wins, else the highest revision, and every outcome says the same again', async () => {
      await fc.assert(
        fc.asyncProperty(deeds, fc.boolean(), async (done, atOnce) => {
          await withStories(async (store) => {
            const act = async (deed: Deed): Promise<string> => {
              if (deed === 'take_back') return takeBack(store);
              if (deed === 'read') return store.recordReading(PROGRAMME, ID, reading);
              if (deed === 'worry') return store.recordReading(PROGRAMME, ID, { ...reading, outcome: 'concern' });
              return put(store, deed);
            };
            const answers: string[] = [];
            if (atOnce) answers.push(...(await Promise.all(done.map(act))));
            else for (const deed of done) answers.push(await act(deed));

            const revisions = done.filter((deed) => typeof deed === 'number');
            const back = done.includes('take_back');
            const highest = Math.max(0, ...revisions);
            const [left] = await store.storiesOf(PROGRAMME, 0, 10);
            expect(await store.countStories(PROGRAMME)).toBe(back || highest === 0 ? 0 : 1);
            expect(left?.story.revision ?? 0).toBe(back ? 0 : highest);
            expect(answers).not.toContain('other_content');
            expect(answers.filter((answer) => answer === 'waits').length).toBeLessThanOrEqual(1);
            for (const deed of revisions) expect(await act(deed)).toBe(back ? 'withdrawn' : 'already');
            if (back) expect(await takeBack(store)).toBe('already');
            expect((await store.storiesOf(PROGRAMME, 0, 10)).map(({ story }) => story)).toEqual(
              left === undefined ? [] : [left.story],
            );
          })();
        }),
        { numRuns: runs },
      );
    }, 60_000);
  });
}

function said(outcome: Outcome | undefined): string {
  return outcome?.outcome === 'refused' ? outcome.reason.kind : String(outcome?.outcome);
}
