import { expect, test } from 'vitest';
import { filesOf, isTellRoute, languageFiles, naming } from '../../../scripts/tell-precache.mjs';

test.each([
  ['/t/[code]', true],
  ['/t/[code]/[[step]]', true],
  ['/(tell)/t/[code]/thanks/[id]', true],
  ['/offline-shell', true],
  ['/mine', true],
  ['/r', true],
  ['/reach', false],
  ['/', false],
  ['/explore/[programme]', false],
  ['/together', false],
  ['/care', false],
])('%s belongs to Tell: %s', (id, belongs) => {
  expect(isTellRoute(id)).toBe(belongs);
});

const MANIFEST = {
  app: { file: 'app.js', imports: ['_shared'], dynamicImports: ['tell', 'explore'] },
  _shared: { file: 'shared.js', css: ['shared.css'], assets: ['font.woff2'] },
  tell: { file: 'tell.js', imports: ['_shared'], dynamicImports: ['room'] },
  room: { file: 'room.js', imports: ['_dexie', 'tell'] },
  _dexie: { file: 'dexie.js' },
  explore: { file: 'explore.js', imports: ['_kernel'] },
  _kernel: { file: 'kernel.js' },
};

test("Tell's files are what its routes import, at once or later, without what only the app's table of routes names", () => {
  expect(filesOf(MANIFEST, ['app'], ['tell'])).toEqual([
    'app.js',
    'dexie.js',
    'font.woff2',
    'room.js',
    'shared.css',
    'shared.js',
    'tell.js',
  ]);
});

test('a chunk first met without its lazy imports is followed again with them', () => {
  const manifest = {
    app: { file: 'app.js', imports: ['a'] },
    a: { file: 'a.js', dynamicImports: ['b'] },
    b: { file: 'b.js' },
  };
  expect(filesOf(manifest, ['app'], ['a'])).toEqual(['a.js', 'app.js', 'b.js']);
});

test('a manifest that does not know a file ends the build', () => {
  expect(() => filesOf({}, ['app'], [])).toThrow('app');
});

test('a language is kept apart from Tell, with its faces and without what Tell keeps anyway', () => {
  const words = '.svelte-kit/src/lib/i18n/ar/words.ts';
  const manifest = {
    tell: { file: 'tell.js', imports: ['_shared'], dynamicImports: ['room', words] },
    room: { file: 'room.js' },
    _shared: { file: 'shared.js', assets: ['atkinson-hyperlegible-latin-ext-x.woff2'] },
    [words]: { file: 'arabic.js', imports: ['_shared', '_forms'] },
    _forms: { file: 'forms.js' },
  };
  const kept = filesOf(manifest, [], ['tell'], (key) => key === words).filter((file) => file.endsWith('.js'));
  expect(kept).toEqual(['room.js', 'shared.js', 'tell.js']);
  const faces = ['noto-sans-arabic-x.woff2', 'atkinson-hyperlegible-latin-ext-x.woff2'];
  expect(languageFiles(manifest, kept, faces)).toEqual({ ar: ['arabic.js', 'forms.js', 'noto-sans-arabic-x.woff2'] });
});

test('the shell names what the first screen of a link needs, each once, ahead of the script that is waited for', () => {
  const shell = '<head><link href="/a.js" rel="modulepreload"><script src="/theme.js"></script></head><body></body>';
  expect(naming(shell, ['/a.js', '/b.js', '/c.css'])).toBe(
    '<head><link href="/a.js" rel="modulepreload"><link href="/b.js" rel="modulepreload">' +
      '<link href="/c.css" rel="stylesheet"><script src="/theme.js"></script></head><body></body>',
  );
  expect(() => naming('<body></body>', [])).toThrow('no head');
});

test('the shell names nothing of its own page, which a link does not show', () => {
  const shell =
    '<head><link href="/icon.png" rel="icon">\n\t\t<link href="/a.js" rel="modulepreload">\n\t\t' +
    '<link href="/door.js" rel="modulepreload">\n\t\t<link href="/door.css" rel="stylesheet"></head>';
  expect(naming(shell, ['/a.js'])).toBe(
    '<head><link href="/icon.png" rel="icon">\n\t\t<link href="/a.js" rel="modulepreload"></head>',
  );
});
