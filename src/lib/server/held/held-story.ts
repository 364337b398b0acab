import { findSignifier, type Framework } from '../../domain/framework/framework';
import { wordingFor, type Wording } from '../../domain/framework/wording';
import type { Programme } from '../../domain/programme/programme';
import { effectiveSharing, type Story } from '../../domain/story/story';
import { firstDayOf } from '../disclosure/first-day';
import { mediaOf } from '../media/media';
import type { Services } from '../services';
import type { StoredStory } from '../store/port';
import { answerInWords } from './answer-in-words';
import type { HeldFile, HeldPage, Line } from './held-page';

/**
 * Everything that is held of one story, for the teller to read. Not in it: who read it, what they made of it and what the
 * safeguarding role keeps, so that the page is the same with and without a concern (DESIGN invariant 13); nor how to reach
 * the teller, which is sealed to that role.
 */
export async function heldStory(
  services: Services,
  programme: Programme,
  framework: Framework,
  stored: StoredStory,
): Promise<HeldPage> {
  const { store, now } = services;
  const { story, receivedAt, amendedAt, help } = stored;
  const { slug } = programme;
  const words = (wording: Wording) => wordingFor(wording, story.audience);
  const prompt = framework.prompts.find(({ id }) => id === story.prompt);
  const collector = await store.collector(story.collector);
  const readings = [...new Set((await store.readingsOf(slug, story.id)).map(({ at }) => dayOf(at)))];
  const answers = [...Object.entries(story.answers), ...Object.entries(story.about.questions)];
  return {
    programme: programme.name,
    made: dayOf(now()),
    title: story.title,
    text: story.text,
    files: await filesOf(services, story),
    told: [
      ['Arrived on', dayOf(receivedAt)],
      ...optional('Changed on', amendedAt === null ? null : dayOf(amendedAt)),
      ['Told through the link', collector === null ? story.collector : `${story.collector} (${collector.name})`],
      ...optional('Told in the session', story.session),
      ...optional('Asked', prompt === undefined ? story.prompt : words(prompt.text)),
      ['Questions as asked of', AUDIENCE[story.audience]],
      ...optional('Whose words', story.voice === null ? null : VOICE[story.voice]),
      ...helperLines(story),
      ...optional('Row of pictures', story.symbols?.join(', ') ?? null),
      ['Language', story.locale],
      [
        'Kept under the number',
        `${story.id}, revision ${story.revision}, answers by ${framework.id}@${framework.version}`,
      ],
    ],
    answers: answers.map(([id, answer]): Line => {
      const asked = findSignifier(framework, id);
      if (asked === undefined) return [id, answer.state];
      const said = answerInWords(asked, answer, story.audience);
      return [said.question, said.answer];
    }),
    places: Object.entries(story.about.places).map(([id, { area, basis }]): Line => {
      const scheme = programme.areaSchemes.find((one) => one.id === id);
      const name = scheme?.areas.find((one) => one.id === area)?.name ?? area;
      return [scheme?.name ?? id, `${name} (${BASIS[basis]})`];
    }),
    sharing: SHARING[effectiveSharing(story)],
    consents: story.consent.map(({ text, by, at }): Line => [
      `${CONSENT[by]} agreed to ${text}`,
      `on ${at.slice(0, 10)}, by the clock of the device`,
    ]),
    device: [
      ['Clock of the device when the story was finished', story.device.clock],
      ['Number of the story on that device', String(story.device.sequence)],
      ...Object.entries(story.device.secondsPerStep).map(([step, seconds]): Line => [
        `Seconds on “${step}”`,
        String(seconds),
      ]),
    ],
    help: help === null ? null : help.wanted,
    contact: help !== null && (help.contact !== null || help.sealed !== undefined),
    readings,
    releases: await releasesWith(services, slug, stored),
  };
}

/** The quarters whose tables count the story among others. */
async function releasesWith({ store }: Services, slug: string, { serial, receivedAt }: StoredStory): Promise<string[]> {
  const day = receivedAt.toISOString().slice(0, 10);
  const releases = await store.releases(slug);
  return releases
    .filter(({ quarter, lastSerial }) => serial <= lastSerial && day < firstDayOf(quarter))
    .map(({ quarter }) => quarter);
}

async function filesOf(services: Services, story: Story): Promise<HeldFile[]> {
  const { store } = services;
  const { files } = mediaOf(services);
  const here = new Map((await store.filesOfStory(story.programme, story.id)).map((file) => [file.sha256, file]));
  const once = new Map(story.media.map((ref) => [ref.sha256, ref]));
  const held: HeldFile[] = [];
  for (const { sha256, kind } of once.values()) {
    const file = here.get(sha256);
    const size = file === undefined ? null : await files.size(sha256);
    if (file === undefined || size === null) {
      held.push({ kind, mime: null, base64: null });
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of files.read(sha256, 0, size - 1) as AsyncIterable<Buffer>) chunks.push(chunk);
    held.push({ kind, mime: file.mime, base64: Buffer.concat(chunks).toString('base64') });
  }
  return held;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const optional = (name: string, value: string | null): Line[] => (value === null ? [] : [[name, value]]);

function helperLines({ helper }: Story): Line[] {
  if (helper === undefined) return [];
  return [
    ['Somebody helped', helper.who],
    ...optional('How the teller expressed it', helper.expressed.length === 0 ? null : helper.expressed.join(', ')),
    ...optional('The own view of who helped', helper.view),
  ];
}

const AUDIENCE = { child: 'a child', youth: 'a young person', family: 'a family', pro: 'somebody at work' } as const;
const VOICE = {
  own: 'the teller’s own',
  supported: 'the teller’s own, with help',
  scribed: 'the teller’s, written down by somebody else',
  proxy: 'somebody else’s, for the teller',
} as const;
const BASIS = {
  teller: 'the teller said so',
  collector: 'the link was made for this place',
  picker: 'found from a list on the device',
  import: 'came with the import',
} as const;
const SHARING = {
  dots: 'Only the answers are counted. Nobody but the readers of the programme sees the words.',
  read: 'Analysts of the programme may read the words once a reader has cleared them. They may not quote them.',
  quote:
    'Analysts of the programme may read the words once a reader has cleared them, and may quote them without a name.',
} as const;
const CONSENT = { teller: 'The teller', parent: 'A parent', setting: 'The setting', helper: 'The helper' } as const;
