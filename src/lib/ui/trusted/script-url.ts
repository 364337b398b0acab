/** The one policy of our own; the content security policy in `svelte.config.js` allows it by this name. */
const POLICY = 'sheaf-script-url';

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

let policy: Policy | undefined;

/**
 * The address of a worker or service worker, as browsers with Trusted Types want it: only addresses of our own origin
 * pass. Write `new Worker(trustedScriptUrl(url), { type: 'module' })` with `import url from './x.ts?worker&url'`, and
 * `new Workbox(trustedScriptUrl('/service-worker.js'))`.
 * @throws TypeError for an address elsewhere
 */
export function trustedScriptUrl(url: string | URL): string {
  const address = ownAddress(String(url));
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }; // not in TypeScript's library of the DOM yet
  if (trustedTypes === undefined) return address;
  policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: ownAddress });
  return policy.createScriptURL(address); // a TrustedScriptURL, which is used wherever a string was
}

function ownAddress(url: string): string {
  const address = new URL(url, location.href);
  if (address.origin !== location.origin) throw new TypeError('scripts come from our own origin only');
  return address.href;
}
