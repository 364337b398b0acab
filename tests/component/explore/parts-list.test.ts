import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PartsList from '../../../src/lib/explore/regions/PartsList.svelte';
import { RegionSketch } from '../../../src/lib/explore/regions/region-sketch.svelte';

const labels = ['on time', 'in the right place', 'the right help'].map((label) => ({ id: label, label }));
const aSketch = (id: string) => new RegionSketch(id, () => '00000000-0000-4000-8000-000000000001');

test('parts of a triad are ticked one by one, and unticking the last takes the drawing off', async () => {
  const sketch = aSketch('t');
  const dimension = { kind: 'triad', id: 't', labels: ['A', 'B', 'C'] } as const;
  const screen = await render(PartsList, { dimension, words: { title: 'T', labels }, sketch });
  await screen.getByLabelText('mostly “on time”').click();
  await screen.getByLabelText('all three about the same').click();
  expect(sketch.shape).toEqual({ kind: 'zones', zones: ['A', 'centre'] });
  await screen.getByLabelText('mostly “on time”').click();
  await screen.getByLabelText('all three about the same').click();
  expect(sketch.shape).toBeNull();
});

test('a slider is set by its two ends, and an end cannot pass the other', async () => {
  const sketch = aSketch('s');
  const dimension = { kind: 'slider', id: 's', labels: ['A', 'B'] } as const;
  const screen = await render(PartsList, { dimension, words: { title: 'S', labels }, sketch });
  await screen.getByLabelText('From').selectOptions('70');
  expect(sketch.shape).toEqual({ kind: 'span', from: 0.7, to: 1 });
  await screen.getByLabelText('To').selectOptions('80');
  expect(sketch.shape).toMatchObject({ kind: 'span', from: 0.7 });
  expect(screen.getByLabelText('To').getByRole('option', { name: '70', exact: true }).element()).toHaveProperty(
    'disabled',
    true,
  );
});

test('a stone comes before the parts of its canvas', async () => {
  const sketch = aSketch('c');
  const dimension = { kind: 'stones', id: 'c', canvas: 'rings', stones: ['trust'] } as const;
  const words = { title: 'C', labels, canvas: { kind: 'rings', inner: 'near me', outer: 'far away' } } as const;
  const screen = await render(PartsList, { dimension, words, sketch });
  expect(screen.getByRole('checkbox').elements()).toHaveLength(0);
  sketch.take('trust');
  await screen.getByLabelText('near: “near me”').click();
  expect(sketch.shape).toEqual({ kind: 'cells', cells: [0] });
  expect(screen.getByRole('checkbox').elements()).toHaveLength(3);
});
