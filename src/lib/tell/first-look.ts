import type { Audience } from '../domain/audience';
import type { OfferedLanguage } from '../domain/programme/public-programme';
import { API } from '../protocol/routes';
import type { Trouble } from './trouble';
import { troubleOfProblem } from './trouble';

/** As long as the whole exchange may take (protocol/client/exchange-code.ts). */
const PATIENCE_MS = 15_000;

export type FirstLook =
  | {
      kind: 'seen';
      /** Whom the first screen asks for. */
      audiences: Audience[];
      /** What else it can be read in. */
      languages: OfferedLanguage[];
      /** Others use this device, too. */
      shared: boolean;
      /** The whole answer as it came: read with its schema, and only then believed and kept, by the room. */
      answer: string;
    }
  | { kind: 'refused'; trouble: Trouble }
  | { kind: 'no_network' };

/**
 * Exchanges a code and reads of the answer only what the first screen shows. The schema library and the client of the API
 * (13 kB) come after that screen can be used: docs/decisions/121-first-look.md.
 */
export async function firstLook(code: string, fetcher: typeof fetch = fetch): Promise<FirstLook> {
  const answered = await post(code, fetcher);
  if (answered === null) return { kind: 'no_network' };
  const { status, text } = answered;
  const message = parsed(text);
  const audiences = audiencesOf(message);
  if (status === 200 && audiences !== null) {
    const collector = field(message, 'collector');
    const shared = field(collector, 'mode') !== 'open';
    return { kind: 'seen', audiences, languages: languagesOf(collector), shared, answer: text };
  }
  const kind = field(message, 'kind');
  if (status >= 400 && typeof kind === 'string') return { kind: 'refused', trouble: troubleOfProblem(kind) };
  // Somebody answered who is not our server (a café's sign-in page), or our server behind a broken proxy.
  return status >= 500 ? { kind: 'refused', trouble: 'server' } : { kind: 'no_network' };
}

async function post(code: string, fetcher: typeof fetch): Promise<{ status: number; text: string } | null> {
  try {
    const response = await fetcher(API.exchange, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      cache: 'no-store',
      // A signed-in member of staff who tells a story must not be known by it.
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null; // no network, or one that answers nothing: both are an expected state here
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a page, or half a message
  }
}

function audiencesOf(message: unknown): Audience[] | null {
  const audiences = field(field(message, 'collector'), 'audiences');
  if (!Array.isArray(audiences)) return null;
  return knownAudiences(audiences);
}

/** Without the schema, which brings its library along. */
export function knownAudiences(names: readonly unknown[]): Audience[] {
  return names.filter((name): name is Audience => KNOWN.has(name as Audience)); // a look-up takes anything
}

function languagesOf(collector: unknown): OfferedLanguage[] {
  const languages = field(field(collector, 'programme'), 'languages');
  if (!Array.isArray(languages)) return [];
  return languages.filter((language): language is OfferedLanguage =>
    ['locale', 'state', 'words'].every((name) => typeof field(language, name) === 'string'),
  );
}

const KNOWN: ReadonlySet<Audience> = new Set(['child', 'youth', 'family', 'pro']);

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined; // checked in the same expression
}
