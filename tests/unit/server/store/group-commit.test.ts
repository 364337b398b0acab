import { describe, expect, it } from 'vitest';
import { storeFailure } from '$lib/server/store/failure';
import { GroupCommit } from '$lib/server/store/sql/group-commit';

const BOUNDS = { together: 3, works: 4, weight: 100, weigh: (work: string) => work.length };

/** Writes in capitals; `bad` fails every transaction it is in. */
function commits(failure: (works: readonly string[]) => Error | null = () => null) {
  const transactions: (readonly string[])[] = [];
  const group = new GroupCommit<string, string>((works) => {
    transactions.push(works);
    const error = failure(works) ?? (works.includes('bad') ? new Error('bad') : null);
    return error === null ? Promise.resolve(works.map((work) => work.toUpperCase())) : Promise.reject(error);
  }, BOUNDS);
  return { group, transactions };
}

describe('writes that wait at the same moment', () => {
  it('share transactions of a bounded size, and each hears its own result', async () => {
    const { group, transactions } = commits();
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((work) => group.submit(work)))).toEqual(['A', 'B', 'C', 'D']);
    expect(transactions).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('are tried alone where one of them fails the transaction', async () => {
    const { group, transactions } = commits();
    const settled = await Promise.allSettled(['a', 'bad', 'c'].map((work) => group.submit(work)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(transactions).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  });

  it.each(['storage_full', 'store_unavailable'] as const)('fail together where it is %s', async (kind) => {
    const { group, transactions } = commits(() => storeFailure(kind, 'not now'));
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((work) => group.submit(work)));
    for (const one of settled) expect(one).toMatchObject({ status: 'rejected', reason: { kind } });
    expect(transactions).toHaveLength(1);
  });
});

describe('the queue', () => {
  it.each([
    ['works', ['a', 'b', 'c', 'd']],
    ['weight', ['a'.repeat(60), 'b'.repeat(60)]],
  ])('turns away what comes when it is full by %s, at once, and has room again afterwards', async (_, works) => {
    const { group, transactions } = commits();
    const taken = works.map((work) => group.submit(work));
    expect(group.full).toBe(true);
    await expect(group.submit('late')).rejects.toMatchObject({ kind: 'store_busy' });
    expect(transactions).toEqual([]);
    await Promise.all(taken);
    expect(group.full).toBe(false);
    expect(await group.submit('late')).toBe('LATE');
  });

  it('takes one work however heavy when there is nothing else', async () => {
    const { group } = commits();
    await expect(group.submit('a'.repeat(1000))).resolves.toHaveLength(1000);
  });

  it('gives back the room of what failed', async () => {
    const { group } = commits(() => storeFailure('store_unavailable', 'away'));
    await Promise.allSettled(['a', 'b', 'c', 'd'].map((work) => group.submit(work)));
    expect(group.full).toBe(false);
  });
});
