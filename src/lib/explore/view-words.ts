import { DIMENSION, type Dimension } from '../columns/dimension';
import type { Framework } from '../domain/framework/framework';
import { findSignifier } from '../domain/framework/framework';
import { wordingFor, type Wording } from '../domain/framework/wording';
import type { Programme } from '../domain/programme/programme';
import { t } from './words';

export interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly symbol?: string | undefined;
}

/** What a dimension is called, and its labels, ends, stones or options. */
export interface ViewWords {
  readonly title: string;
  /** The question as it was asked. */
  readonly stem?: string;
  readonly labels: readonly Labelled[];
  readonly canvas?:
    | { readonly kind: 'axes'; readonly x: readonly [string, string]; readonly y: readonly [string, string] }
    | { readonly kind: 'rings'; readonly inner: string; readonly outer: string };
}

/**
 * Words are read as families see them: the fullest wording that still speaks plainly of "we"; professionals see that
 * the pattern is the tellers' own.
 */
const say = (wording: Wording): string => wordingFor(wording, 'family');

export function viewWords(programme: Programme, framework: Framework, dimension: Dimension): ViewWords {
  const asked = findSignifier(framework, dimension.id);
  if (asked !== undefined) return askedWords(asked);
  const scheme = programme.areaSchemes.find((candidate) => DIMENSION.place(candidate.id) === dimension.id);
  if (scheme !== undefined) {
    const others = framework.place.others.map(({ id, text }) => ({ id, label: say(text) }));
    return {
      title: t('view.where'),
      labels: [...scheme.areas.map(({ id, name }) => ({ id, label: name })), ...others],
    };
  }
  return systemWords(framework, dimension);
}

type Asked = NonNullable<ReturnType<typeof findSignifier>>;

function askedWords(asked: Asked): ViewWords {
  const words = { title: asked.title, stem: say(asked.stem) };
  const labelled = (
    labels: readonly { id: string; text: Wording; symbol?: { id: string } | undefined }[],
  ): Labelled[] => labels.map(({ id, text, symbol }) => ({ id, label: say(text), symbol: symbol?.id }));
  switch (asked.kind) {
    case 'triad':
      return { ...words, labels: labelled(asked.labels) };
    case 'slider':
      return { ...words, labels: labelled(asked.ends) };
    case 'stones': {
      const { canvas } = asked;
      const pair = ([one, other]: readonly [Wording, Wording]): [string, string] => [say(one), say(other)];
      return {
        ...words,
        labels: labelled(asked.stones),
        canvas:
          canvas.kind === 'axes'
            ? { kind: 'axes', x: pair(canvas.x), y: pair(canvas.y) }
            : { kind: 'rings', inner: say(canvas.inner), outer: say(canvas.outer) },
      };
    }
    case 'choice':
      return { ...words, labels: labelled(asked.options) };
    case 'text':
    case 'number':
      return { ...words, labels: [] };
  }
}

function systemWords(framework: Framework, dimension: Dimension): ViewWords {
  const options = dimension.kind === 'category' ? dimension.options : [];
  const label = (name: (id: string) => string): Labelled[] => options.map((id) => ({ id, label: name(id) }));
  switch (dimension.id) {
    case DIMENSION.audience:
      return { title: t('view.audience'), labels: AUDIENCE_LABELS };
    case DIMENSION.voice:
      return { title: t('view.voice'), labels: VOICE_LABELS };
    case DIMENSION.readable:
      return { title: t('view.readable'), labels: READABLE_LABELS };
    case DIMENSION.months:
      return { title: t('view.month'), labels: [] };
    case DIMENSION.locale: {
      const names = new Intl.DisplayNames(['en'], { type: 'language' });
      return { title: t('view.locale'), labels: label((id) => names.of(id) ?? id) };
    }
    case DIMENSION.prompt: {
      const prompt = (id: string): string => {
        const found = framework.prompts.find((candidate) => candidate.id === id);
        return found === undefined ? id : say(found.text);
      };
      return { title: t('view.prompt'), labels: label(prompt) };
    }
    default:
      return { title: dimension.id, labels: label((id) => id) };
  }
}

const AUDIENCE_LABELS: readonly Labelled[] = [
  { id: 'child', label: t('audience.child') },
  { id: 'youth', label: t('audience.youth') },
  { id: 'family', label: t('audience.family') },
  { id: 'pro', label: t('audience.pro') },
];
const VOICE_LABELS: readonly Labelled[] = [
  { id: 'own', label: t('voice.own') },
  { id: 'supported', label: t('voice.supported') },
  { id: 'scribed', label: t('voice.scribed') },
  { id: 'proxy', label: t('voice.proxy') },
];
const READABLE_LABELS: readonly Labelled[] = [
  { id: 'held', label: t('readable.held') },
  { id: 'dots', label: t('readable.dots') },
  { id: 'readable', label: t('readable.readable') },
];
