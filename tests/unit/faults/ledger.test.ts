import { beforeEach, describe, expect, test } from 'vitest';
import { Ledger } from '../../faults/parts/ledger';

const told = (id: string) => ({ id, hash: `hash of ${id}`, json: '{}' });
const NOTHING = { acknowledged: 0, lost: 0, duplicated: 0, wrongly_refused: 0 };

describe('the ledger of a fault', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger();
    for (const id of ['a', 'b']) ledger.tell(told(id));
    ledger.hear({ id: 'a', outcome: 'stored' });
  });

  test('is satisfied with what was acknowledged and is there, whatever else arrived', () => {
    ledger.hear({ id: 'a', outcome: 'already' });
    const found = new Map([
      ['a', ['hash of a']],
      ['b', ['hash of b']],
    ]);
    ledger.compare(found);
    expect(ledger.counts()).toEqual({ ...NOTHING, acknowledged: 1 });
  });

  test.each([
    ['is not there', new Map<string, string[]>(), { lost: 1 }],
    ['is there with other content', new Map([['a', ['another hash']]]), { lost: 1 }],
    ['is there twice', new Map([['a', ['hash of a', 'hash of a']]]), { duplicated: 1 }],
  ])('counts an acknowledged story that %s', (_, found, counted) => {
    ledger.compare(found);
    expect(ledger.counts()).toEqual({ ...NOTHING, acknowledged: 1, ...counted });
  });

  test('counts a story as lost that was acknowledged and is stored anew when it is offered again', () => {
    ledger.hear({ id: 'a', outcome: 'stored' });
    expect(ledger.counts().lost).toBe(1);
  });

  test('counts a story that nobody told', () => {
    ledger.compare(
      new Map([
        ['a', ['hash of a']],
        ['z', ['hash']],
      ]),
    );
    expect(ledger.counts().duplicated).toBe(1);
  });

  test('counts a refusal', () => {
    ledger.hear({ id: 'b', outcome: 'refused', reason: { kind: 'not_understood', message: '' } });
    expect(ledger.counts().wrongly_refused).toBe(1);
  });
});
