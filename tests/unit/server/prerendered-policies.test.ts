import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prerenderedPolicies } from '$lib/server/http/prerendered-policies';

describe('the policies of prerendered pages', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sheaf-pages-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const page = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;

  it('are those the pages carry, with what a page cannot say of itself', () => {
    mkdirSync(join(folder, 'about'));
    writeFileSync(join(folder, 'shell.html'), page("script-src 'sha256-a+b/c='"));
    writeFileSync(join(folder, 'about/index.html'), page("default-src 'none'; report-to &quot;x&quot;"));
    writeFileSync(join(folder, 'shell.html.gz'), '');
    expect([...prerenderedPolicies(folder)].sort()).toEqual([
      ['/about/', "default-src 'none'; report-to \"x\"; frame-ancestors 'none'"],
      ['/shell', "script-src 'sha256-a+b/c='; frame-ancestors 'none'"],
    ]);
  });

  it('are never missing', () => {
    writeFileSync(join(folder, 'free.html'), '<head></head>');
    expect(() => prerenderedPolicies(folder)).toThrow('free.html');
  });
});
