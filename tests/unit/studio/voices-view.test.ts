import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import VoicesView from '$lib/studio/voices/VoicesView.svelte';

const page = {
  programme: { slug: 'p', name: 'A programme', state: 'trial', origin: 'told' },
  languages: [
    { locale: 'en-GB', spoken: 0 },
    { locale: 'rom', spoken: 1 },
  ],
  audiences: ['child', 'youth'] as const,
  locale: 'rom',
  audience: 'child' as const,
  written: false,
  missingOnly: false,
  screens: [
    {
      id: 'story',
      area: 'story' as const,
      head: null,
      texts: [
        { key: 'a.stem', text: 'What happened?', recording: { sha256: 'a'.repeat(64), stale: false } },
        { key: 'b.stem', text: 'Who was there?', recording: null },
        { key: 'c.stem', text: 'How was it?', recording: { sha256: 'b'.repeat(64), stale: true } },
      ],
    },
  ],
};

it('shows each text with what is to be heard of it, and says which words have changed', () => {
  const { body } = render(VoicesView, { props: { page, done: { kind: 'has_tags', key: 'b.stem' } } });
  expect(body.match(/<audio/g)).toHaveLength(2);
  expect(body).toContain(`/api/v1/recordings/p/${'a'.repeat(64)}`);
  expect(body).toContain('1 of 3 texts has a recording.');
  expect(body).toContain('Romani: 1 spoken');
  expect(body).toMatch(/<details open/);
  expect(body).toMatch(/1 of 3\s*</);
  expect(body).toContain('These words have changed since they were spoken.');
  expect(body).toContain('carries words beside its sound');
  expect(body.match(/enctype="multipart\/form-data"/g)).toHaveLength(3);
});

it('says when nothing is missing', () => {
  const { body } = render(VoicesView, { props: { page: { ...page, missingOnly: true, screens: [] }, done: null } });
  expect(body).toContain('Nothing is missing here');
});
