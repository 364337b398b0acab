import { AGE_QUESTION, ageBandOf, type Under13 } from '../domain/framework/age-band';
import type { Edition } from '../domain/framework/edition';
import { stepsOf, type Step } from '../domain/framework/steps';
import type { Place } from '../domain/programme/area-scheme';
import type { Answer } from '../domain/signifier/answer';
import type { Draft, HelpRequest } from '../domain/story/draft';
import { MAX_MEDIA, MAX_SYMBOLS, type MediaRef } from '../domain/story/media-ref';
import type { Sharing } from '../domain/story/sharing';
import { progressOf, type Progress } from './progress';
import { isFilled } from './step-filled';
import { toldPart } from './told';
import { reachable, screensOf, visibleSteps, type Screen } from './visible-steps';

export interface PlayerDelegate {
  /** Called with every new state of the draft, at once. */
  save(draft: Draft): void;
  /** Milliseconds that only go forward (performance.now). */
  now(): number;
  /** The device's calendar clock, ISO 8601: shown beside the consent, never relied on. */
  clock(): string;
}

/**
 * Leads through an edition. Holds the draft and nothing else; every change makes a new draft and hands it to the
 * delegate. Nothing is ever taken out of a draft by moving: back, forward and "change" only move.
 *
 *   (opened) ──next──▶ screen ──next──▶ ... ──next──▶ check      next / back / goTo leave a screen:
 *                        ▲  └──back──▶ the one before              seconds counted, unanswered recorded
 *   check ──change(id)──▶ screen ──next or back──▶ check
 */
export class Player {
  readonly edition: Edition;
  readonly #all: readonly Step[];
  readonly #placeKnown: boolean;
  readonly #under13: Under13;
  readonly #delegate: PlayerDelegate;
  #draft: Draft = $state.raw() as Draft; // set first thing in the constructor
  #changing = $state(false);
  #since: number | null;

  readonly steps: readonly Step[] = $derived.by(() =>
    visibleSteps(this.#all, this.#draft.more, this.#placeKnown, {
      band: ageBandOf(this.edition.audience, this.#draft.questions[AGE_QUESTION]),
      under13: this.#under13,
    }),
  );
  readonly screens: readonly Screen[] = $derived.by(() => screensOf(this.steps, this.edition.audience));
  readonly screen: Screen = $derived.by(() => this.#screenAt(this.#draft.step));
  readonly progress: Progress = $derived.by(() => progressOf(this.steps, this.screen.step.id));
  /** Whether something is on this screen; if not, "Next" reads "Skip". */
  readonly filled: boolean = $derived.by(() => isFilled(this.screen.step, this.#draft));

  /** @param under13 the programme's way with tellers under 13 */
  constructor(edition: Edition, draft: Draft, delegate: PlayerDelegate, under13: Under13 = 'competent_child') {
    this.#draft = draft;
    this.edition = edition;
    this.#all = stepsOf(edition);
    this.#placeKnown = Object.values(draft.places).some((place) => place.basis === 'collector');
    this.#delegate = delegate;
    this.#under13 = under13;
    this.#since = delegate.now();
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** On the way back to `check` after "Change". */
  get changing(): boolean {
    return this.#changing;
  }

  /** What would be sent now. */
  get told(): Draft {
    return toldPart(this.#withSeconds(this.#draft), this.steps);
  }

  get following(): Screen | undefined {
    return this.#neighbour(1);
  }

  get previous(): Screen | undefined {
    return this.#neighbour(-1);
  }

  /** The next screen, or undefined where there is none (check, a consent without an answer). */
  next(): Screen | undefined {
    // "Yes, two more minutes" changed from the check page opens steps that were never shown: those come first.
    const back = this.#changing && this.screen.step.kind !== 'more';
    return back ? this.#toCheck() : this.#move(this.following);
  }

  back(): Screen | undefined {
    return this.#changing ? this.#toCheck() : this.#move(this.previous);
  }

  /** Undefined, and no move, when the screen does not exist or lies behind a consent that was not given. */
  goTo(screenId: string): Screen | undefined {
    if (screenId === this.screen.id) return this.screen;
    return this.#move(reachable(this.screens, this.#draft).find((screen) => screen.id === screenId));
  }

  /** From the check page to one step; next and back then lead to the check page again. */
  change(stepId: string): Screen | undefined {
    const screen = this.goTo(stepId);
    if (screen !== undefined) this.#changing = true;
    return screen;
  }

  /** Undefined takes an answer off. */
  answer(id: string, answer: Answer | undefined): void {
    const step = this.#all.find((candidate) => candidate.id === id);
    if (step?.kind === 'question') this.#change({ questions: put(this.#draft.questions, id, answer ?? null) });
    else this.#change({ answers: put(this.#draft.answers, id, answer ?? null) });
  }

  choosePrompt(id: string | null): void {
    this.#change({ prompt: id });
  }

  write(text: string): void {
    this.#change({ text: text.slice(0, this.edition.story.maxChars) });
  }

  /** A file was made and lies in the device's store. @param instead the hash of the file whose place it takes */
  attach(made: MediaRef, instead?: string): void {
    const others = (this.#draft.media ?? []).filter(({ sha256 }) => sha256 !== made.sha256 && sha256 !== instead);
    if (others.length < MAX_MEDIA) this.#change({ media: [...others, made] });
  }

  detach(sha256: string): void {
    this.#change({ media: (this.#draft.media ?? []).filter((made) => made.sha256 !== sha256) });
  }

  /** The picture strip as it lies now. */
  lay(symbols: readonly string[]): void {
    this.#change({ symbols: symbols.slice(0, MAX_SYMBOLS) });
  }

  /** Undefined: nobody helps after all. */
  helpedBy(helper: Draft['helper']): void {
    const { helper: _, ...rest } = this.#draft;
    this.#keep(helper === undefined ? rest : { ...rest, helper });
  }

  entitle(title: string): void {
    this.#change({ title: title.slice(0, this.edition.title.maxChars) });
  }

  placeIn(area: string | null): void {
    const place: Place | null = area === null ? null : { area, basis: 'teller' };
    this.#change({ places: put(this.#draft.places, this.edition.place.scheme, place) });
  }

  wantMore(more: boolean | null): void {
    this.#change({ more });
  }

  share(sharing: Sharing | null): void {
    this.#change({ sharing });
  }

  askForHelp(help: HelpRequest | null): void {
    this.#change({ help });
  }

  agree(): void {
    const step = this.screen.step;
    if (step.kind !== 'consent') return;
    const text = `${step.consent.id}@${this.edition.version}`;
    const others = this.#draft.consent.filter((record) => record.text !== text);
    const locale = this.edition.translation?.locale ?? this.edition.locale;
    const by = step.consent.by ?? 'teller';
    this.#change({ consent: [...others, { text, by, locale, at: this.#delegate.clock() }] });
  }

  /** The page is out of sight: time does not count. */
  pause(): void {
    this.#keep(this.#withSeconds(this.#draft));
    this.#since = null;
  }

  resume(): void {
    this.#since ??= this.#delegate.now();
  }

  #move(to: Screen | undefined): Screen | undefined {
    if (to === undefined) return undefined;
    const left = recordLeaving(this.#withSeconds(this.#draft), this.screen.step);
    this.#since = this.#delegate.now();
    this.#changing = false;
    this.#keep({ ...left, step: to.id });
    return to;
  }

  /** Where the change asks for a yes that was not given yet, that comes first. */
  #toCheck(): Screen | undefined {
    const open = reachable(this.screens, this.#draft);
    return this.#move(
      open.find(({ step }) => step.kind === 'check') ??
        open.find(({ step }) => step.kind === 'consent' && !isFilled(step, this.#draft)),
    );
  }

  #neighbour(by: 1 | -1): Screen | undefined {
    const open = reachable(this.screens, this.#draft);
    const index = open.findIndex((screen) => screen.id === this.screen.id);
    return index === -1 ? undefined : open[index + by];
  }

  /** A draft may name a screen that is not on the path any more (another version of the page): then its step, then the start. */
  #screenAt(id: string): Screen {
    const open = reachable(this.screens, this.#draft);
    const stepId = id.replace(/:\d+$/, '');
    const screen =
      open.find((candidate) => candidate.id === id) ??
      open.find((candidate) => candidate.step.id === stepId) ??
      open[0];
    if (screen === undefined) throw new Error(`edition ${this.edition.id} has no steps for ${this.edition.audience}`);
    return screen;
  }

  #withSeconds(draft: Draft): Draft {
    if (this.#since === null) return draft;
    const seconds = Math.round((this.#delegate.now() - this.#since) / 1000);
    if (seconds <= 0) return draft;
    const id = this.screen.step.id;
    return {
      ...draft,
      secondsPerStep: { ...draft.secondsPerStep, [id]: (draft.secondsPerStep[id] ?? 0) + seconds },
    };
  }

  #change(part: Partial<Draft>): void {
    this.#keep({ ...this.#draft, ...part });
  }

  #keep(draft: Draft): void {
    this.#draft = draft;
    this.#delegate.save(draft);
  }
}

function put<T>(entries: Readonly<Record<string, T>>, id: string, entry: T | null): Record<string, T> {
  const rest = Object.fromEntries(Object.entries(entries).filter(([key]) => key !== id));
  return entry === null ? rest : { ...rest, [id]: entry };
}

/** Shown and passed over is recorded as such: a gap is never mistaken for a signifier that was not asked. */
function recordLeaving(draft: Draft, step: Step): Draft {
  if (step.kind === 'signifier' && draft.answers[step.id] === undefined)
    return { ...draft, answers: { ...draft.answers, [step.id]: { state: 'unanswered' } } };
  if (step.kind === 'question' && draft.questions[step.id] === undefined)
    return { ...draft, questions: { ...draft.questions, [step.id]: { state: 'unanswered' } } };
  return draft;
}
