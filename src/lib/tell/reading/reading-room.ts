import type { Component } from 'svelte';
import type { Edition } from '../../domain/framework/edition';
import type { PublicCollector } from '../../domain/programme/collector';
import { intoSight } from '../../ui/controls/into-sight';
import { browserMemory, ReadingChoices } from '../../ui/theme/reading-choices.svelte';
import { browserEngine } from './browser-engine';
import { gather } from './gather';
import { KeptRecordings } from './kept-recordings';
import { linesToRead } from './lines-to-read';
import { painterFor } from './painter';
import type { Passage } from './passage';
import { Reader } from './reader.svelte';
import ReadingSheet from './ReadingSheet.svelte';
import { addressesToKeep, otherLanguages, recordedTexts } from './recorded';
import { recordingPlayer } from './recording-player';
import type { SpeechEngine } from './speech-engine';
import { settingsWordsFor } from './settings-words';

/** Everything behind "Listen" and "Reading". */
export interface ReadingRoom {
  readonly reader: Reader;
  readonly choices: ReadingChoices;
  readonly Sheet: Component<{ room: ReadingRoom; edition: Edition | null; open: boolean; onclose: () => void }>;
  /** Whether others use this device; null until it is known. */
  shared(): boolean | null;
  /** Languages other than that of the words in which recordings can be heard. */
  languages(edition: Edition | null): string[];
  /** Why nothing is heard; null while nothing is amiss. */
  note(edition: Edition | null): string | null;
  /** Puts the recordings that will be needed onto the device. */
  keep(edition: Edition): Promise<void>;
}

const RATES = { slow: 0.75, normal: 1, fast: 1.3 } as const;

/**
 * @param shared on pages of no collector, where no link says it
 * @param engine another one in tests: the Chromium of tests has no voices
 */
export function openReadingRoom(
  collector: () => PublicCollector | null,
  shared: () => boolean | null = () => sharedBy(collector()),
  engine: SpeechEngine = browserEngine(),
): ReadingRoom {
  const kept = new KeptRecordings(window.caches, (...asked) => fetch(...asked));
  const choices = new ReadingChoices(document.documentElement, browserMemory, shared);
  const reader = new Reader({
    engine,
    recordings: recordingPlayer(kept),
    painter: painterFor(document),
    lines: (edition, roots) => linesOnScreen(edition, roots),
    rate: () => RATES[choices.settings.speed],
    show: showPassage,
  });

  async function linesOnScreen(edition: Edition | null, roots?: readonly Element[]) {
    const words = settingsWordsFor(edition?.audience ?? null);
    const passages = gather(roots ?? [...document.querySelectorAll('main, main ~ nav')], { chosen: words('chosen') });
    const known = collector();
    const other = choices.listenIn !== null && languages(edition).includes(choices.listenIn) ? choices.listenIn : null;
    const recorded =
      known === null || edition === null
        ? new Map<string, string>()
        : await recordedTexts(known, edition, other ?? localeOf(edition), kept);
    return linesToRead(passages, recorded, other !== null);
  }

  const languages = (edition: Edition | null) =>
    edition === null ? [] : otherLanguages(collector(), edition, localeOf(edition));

  return {
    reader,
    choices,
    Sheet: ReadingSheet,
    shared,
    languages,
    note(edition) {
      const { state } = reader;
      if (state !== 'no_voice' && state !== 'silent') return null;
      return settingsWordsFor(edition?.audience ?? null)(state);
    },
    async keep(edition) {
      const known = collector();
      if (known?.recordings === undefined || known.recordings.length === 0) return;
      const locale = choices.listenIn ?? localeOf(edition);
      await kept.keep(await addressesToKeep(known, edition.audience, locale, kept));
    },
  };
}

function sharedBy(collector: PublicCollector | null): boolean | null {
  return collector === null ? null : collector.mode !== 'open';
}

/** The language of an edition's words. */
function localeOf(edition: Edition): string {
  return edition.translation?.locale ?? edition.locale;
}

function showPassage(passage: Passage, range: Range | null): void {
  intoSight(range?.startContainer.parentElement ?? passage.box);
}
