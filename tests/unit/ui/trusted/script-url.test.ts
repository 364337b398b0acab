import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('the address of a worker', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('location', new URL('https://stories.example.org/t/K7M2QP'));
  });
  afterEach(() => vi.unstubAllGlobals());

  const load = async () => (await import('$lib/ui/trusted/script-url')).trustedScriptUrl;

  it('passes on our own origin, also where the browser knows no Trusted Types', async () => {
    const trustedScriptUrl = await load();
    expect(trustedScriptUrl('/service-worker.js')).toBe('https://stories.example.org/service-worker.js');
  });

  it.each(['https://elsewhere.example/x.js', '//elsewhere.example/x.js', 'data:text/javascript,1', 'blob:null/1'])(
    'is refused elsewhere: %s',
    async (url) => {
      const trustedScriptUrl = await load();
      expect(() => trustedScriptUrl(url)).toThrow(TypeError);
    },
  );

  it('goes through one policy, made once', async () => {
    const createScriptURL = vi.fn((url: string) => `trusted ${url}`);
    const createPolicy = vi.fn(() => ({ createScriptURL }));
    vi.stubGlobal('trustedTypes', { createPolicy });
    const trustedScriptUrl = await load();
    expect(trustedScriptUrl('/a.js')).toBe('trusted https://stories.example.org/a.js');
    trustedScriptUrl('/b.js');
    expect(createPolicy).toHaveBeenCalledOnce();
    expect(createPolicy).toHaveBeenCalledWith('sheaf-script-url', expect.anything());
  });
});
