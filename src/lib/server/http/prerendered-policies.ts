import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;

/**
 * The policy of each prerendered page, by its path: Kit wrote it into the page, with the hash of its start-up script, and
 * the header says the same, so that a page whose head was cut is no freer than a whole one.
 * @param folder where adapter-node put the pages
 * @throws when a page has none: it would be free to do anything
 */
export function prerenderedPolicies(folder: string): ReadonlyMap<string, string> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return new Map(
    pages.map((file) => {
      const policy = POLICY.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
      if (policy === undefined) throw new Error(`the prerendered page ${file} has no content security policy`);
      const path = `/${file.split('\\').join('/')}`.replace(/(?:index)?\.html$/, '');
      // Ignored in a <meta> element (CSP 3, section 3.3).
      return [path, `${unescaped(policy)}; frame-ancestors 'none'`];
    }),
  );
}

function unescaped(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
