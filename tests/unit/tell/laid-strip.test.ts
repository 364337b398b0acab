import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_GROUPS, PICTURE_GROUP_NAMES } from '$lib/domain/story/pictures';
import { spelling } from '$lib/ui/pictures/picture-words';
import { found, moved, without } from '$lib/tell/ways-to-tell/laid-strip';

const strips = fc.array(fc.constantFrom('no', 'stop', 'hurt', 'home', 'happy'), { maxLength: 12 });

describe('a strip of pictures', () => {
  it('keeps all its pictures when one is moved, and gets back by moving back', () => {
    fc.assert(
      fc.property(strips, fc.nat(12), fc.constantFrom<-1 | 1>(-1, 1), (strip, index, by) => {
        const after = moved(strip, index, by);
        expect([...after].sort()).toEqual([...strip].sort());
        const possible = index < strip.length && index + by >= 0 && index + by < strip.length;
        if (!possible) expect(after).toEqual(strip);
        else expect(moved(after, index + by, by === 1 ? -1 : 1)).toEqual(strip);
      }),
    );
  });

  it('loses exactly the picture that is taken off', () => {
    fc.assert(
      fc.property(strips, fc.nat(12), (strip, index) => {
        const after = without(strip, index);
        expect(after).toHaveLength(index < strip.length ? strip.length - 1 : strip.length);
      }),
    );
  });
});

describe('finding a picture by its word', () => {
  it('finds the words a child needs to say no, to be hurt, and to be happy', () => {
    for (const [typed, id] of [
      ['no', 'no'],
      ['STOP', 'stop'],
      ['hur', 'hurt'],
      ['ouch', 'hurt'],
      ['pants', 'private'],
      ['mummy', 'mum'],
      ['happ', 'happy'],
      ['clinic', 'hospital'],
    ] as const)
      expect(found(typed), typed).toContain(id);
  });

  it('puts the picture whose own word begins like that first', () => {
    expect(found('no')[0]).toBe('no');
    expect(found('home')[0]).toBe('home');
  });

  it('does not mind how a keyboard writes a letter', () => {
    expect(spelling('Škola ')).toBe(spelling('skola'));
    expect(spelling('المدرسة')).toBe(spelling('مدرسه'));
    expect(spelling('أمي')).toBe(spelling('امى'));
  });

  it('finds nothing for nothing, and nothing for a word no picture has', () => {
    expect(found('  ')).toEqual([]);
    expect(found('zzz')).toEqual([]);
  });

  it('holds body, safety, joy, home, school and clinic beside each other, none twice', () => {
    const all = PICTURE_GROUP_NAMES.flatMap((group): readonly string[] => PICTURE_GROUPS[group]);
    expect(new Set(all).size).toBe(all.length);
    for (const id of [
      'no',
      'stop',
      'hurt',
      'private',
      'secret',
      'safe',
      'danger',
      'hit',
      'touch',
      'tell',
      'laugh',
      'home',
    ])
      expect(all).toContain(id);
    expect(all).toEqual(expect.arrayContaining(['school', 'hospital', 'love', 'party', 'mum', 'dad']));
  });
});
