import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '$lib/interchange/sensemaker/html-text';
import { readDefinition, type Definition } from '$lib/interchange/sensemaker/read-definition';
import { unwrap } from '$lib/interchange/sensemaker/unwrap';

const file = 'tests/fixtures/sensemaker/sectioned.definition.json';
const sectioned = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // our own file

function definitionOf(json: unknown): Definition {
  const read = readDefinition(json);
  if (read.kind !== 'definition') throw new Error(read.reason);
  return read.definition;
}

/** The same definition as older servers wrote it: one flat list, scalars bare. */
function flat(): unknown {
  const { sections, ...rest } = unwrap(sectioned()) as {
    sections: { order: number; signifiers: { order: number }[] }[];
  }; // our own file
  const inOrder = [...sections]
    .sort((p, q) => p.order - q.order)
    .flatMap((section) => [...section.signifiers].sort((p, q) => p.order - q.order));
  return { ...rest, signifiers: inOrder.map((signifier, i) => ({ ...signifier, order: i })) };
}

describe('a SenseMaker definition', () => {
  test('becomes a framework whose signifiers stand in the order tellers met them', () => {
    const { framework, storyField, vendorId } = definitionOf(sectioned());
    expect(vendorId).toBe('11111111-1111-4111-8111-111111111111');
    expect(framework).toMatchObject({ name: 'Allotment notes', version: 3, locale: 'en' });
    expect(storyField).toBe('story');
    expect(framework.story.guidance).toEqual({ family: 'What happened on the allotment?' });
    expect(framework.signifiers.map(({ id, kind }) => [id, kind])).toEqual([
      ['headline', 'text'],
      ['effort', 'triad'],
      ['tools', 'stones'],
      ['pace', 'slider'],
      ['weather', 'choice'],
      ['crops', 'choice'],
    ]);
  });

  test('turns the triad so that the base line is A and B and the top is C, ids kept', () => {
    const effort = definitionOf(sectioned()).framework.signifiers.find(({ id }) => id === 'effort');
    expect(effort?.kind === 'triad' && effort.labels.map(({ id, text }) => [id, text.family])).toEqual([
      ['care', 'care'],
      ['luck', 'luck'],
      ['soil', 'good soil'],
    ]);
  });

  test('keeps which signifiers offer not applicable and how many options may be chosen', () => {
    const { signifiers } = definitionOf(sectioned()).framework;
    expect(signifiers.filter((one) => one.notApplicable !== undefined).map(({ id }) => id)).toEqual([
      'effort',
      'pace',
      'weather',
    ]);
    expect(signifiers.flatMap((one) => (one.kind === 'choice' ? [[one.id, one.maxChosen]] : []))).toEqual([
      ['weather', 1],
      ['crops', 2],
    ]);
  });

  test('reads the same from the flat form with bare scalars', () => {
    expect(definitionOf(flat())).toEqual(definitionOf(sectioned()));
  });

  test('names what it leaves out', () => {
    expect(definitionOf(sectioned()).notes).toEqual([
      '“A photo” (photo): not imported: Sheaf has no signifier of this kind',
    ]);
  });

  test.each([
    ['no JSON object', 'x', 'the file'],
    ['no signifiers', { id: 'a', name: 'b' }, 'no signifiers'],
    ['a signifier without an id', { id: 'a', name: 'b', signifiers: [{ type: 'triad' }] }, 'signifiers.0.id'],
    [
      'an id twice',
      {
        id: 'a',
        name: 'b',
        signifiers: [
          { id: 't', type: 'freetext' },
          { id: 't', type: 'freetext' },
        ],
      },
      't stands in it twice',
    ],
  ])('refuses %s and says where', (_name, json, reason) => {
    expect(readDefinition(json)).toEqual({ kind: 'malformed', reason: expect.stringContaining(reason) as string });
  });
});

describe('words written in HTML', () => {
  test.each([
    ['quality<br>demands', 'quality demands'],
    ['<div>twist work to<br>fit the rules</div>', 'twist work to fit the rules'],
    ["&lt;font color='blue'&gt;Hello&lt;/font&gt;", 'Hello'],
    ['a &amp; b&nbsp;&#8212; c &#x2026;', 'a & b — c …'],
    ['3 < 4 > 2', '3 < 4 > 2'],
    ['<script>alert(1)</script>text', 'text'],
    ['&#xD800;&#0;x', 'x'],
    ['<b>bold</b>er', 'bolder'],
  ])('%s reads %s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});
