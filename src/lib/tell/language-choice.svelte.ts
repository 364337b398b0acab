import type { Component } from 'svelte';
import type { OfferedLanguage } from '../domain/programme/public-programme';
import type { Language } from '../i18n/language';
import { ENGLISH, languageNamed, LANGUAGES, type LanguageName } from '../i18n/languages';
import { spoken } from '../i18n/spoken.svelte';
import LanguageChooser from './LanguageChooser.svelte';
import { OWN, type Reading } from './own-reading';
import type { Say } from './words';

export interface LanguageDelegate {
  /** Null where its words are not here and cannot be fetched. */
  load(locale: string): Promise<Language | null>;
  /** What this device remembers; null = nothing. */
  remembered(): string | null;
  remember(locale: string): void;
  /** The browser's own languages, the dearest first. */
  preferred(): readonly string[];
  /** The words are here: keep them for when there is no network. */
  keep(locale: string): void;
  /** The document is of this language: its direction turns every screen round, and what is stored stays. */
  show(written: LanguageName): void;
}

/**
 * Which language Tell speaks on this page. An own device remembers it; on a shared one it lasts for one teller.
 *
 *   English ──recall (own device)──▶ remembered ──offer──▶ stays, or English where it is not offered
 *                                                   └─▶ the browser's first language, where that is offered
 *   anything ──choose──▶ chosen ──reset (shared device)──▶ English
 */
export class LanguageChoice {
  /** What shows the choice; loaded with it. */
  readonly view: Component<{ language: LanguageChoice; say: Say; onchoose: (locale: string) => void }> =
    LanguageChooser;
  readonly #delegate: LanguageDelegate;
  #offered: readonly OfferedLanguage[] = $state.raw([]);
  #locale = $state(ENGLISH);
  #busy: string | null = $state(null);
  #failed: string | null = $state(null);
  #shared = false;
  #chosen = false;

  constructor(delegate: LanguageDelegate) {
    this.#delegate = delegate;
  }

  get locale(): string {
    return this.#locale;
  }

  /** What can be chosen, English first; empty where there is no choice. */
  get choices(): readonly LanguageName[] {
    const offered = LANGUAGES.filter(({ locale }) => this.#offered.some((language) => language.locale === locale));
    return offered.length === 0 ? [] : [...LANGUAGES.filter(({ locale }) => locale === ENGLISH), ...offered];
  }

  /** In which words questions are asked. */
  get reading(): Reading {
    const current = this.#current;
    if (current === undefined) return OWN;
    const { locale, text = locale, words } = current;
    return text === ENGLISH ? { ...OWN, noted: locale } : { locale: text, words, noted: locale };
  }

  /** The language whose words are being fetched. */
  get busy(): string | null {
    return this.#busy;
  }

  /** The language whose words could not be fetched. */
  get failed(): string | null {
    return this.#failed;
  }

  get #current(): OfferedLanguage | undefined {
    return this.#offered.find(({ locale }) => locale === this.#locale);
  }

  /** What the device remembers, before it is known whether it is offered here. */
  async recall(): Promise<void> {
    const locale = this.#delegate.remembered();
    if (locale !== null && languageNamed(locale).heard !== true) await this.#speak(locale, locale);
  }

  /** The collector says what it offers. What a teller chose on this page stays. */
  async offer(languages: readonly OfferedLanguage[], shared: boolean): Promise<void> {
    this.#offered = languages;
    this.#shared = shared;
    if (this.#chosen && (this.#current !== undefined || this.#locale === ENGLISH)) return;
    const remembered = shared ? null : this.#delegate.remembered();
    const wanted = shared ? ENGLISH : (remembered ?? this.#preferred());
    const found = languages.find(({ locale }) => locale === wanted);
    const spoken = await this.#speak(found?.locale ?? ENGLISH, found?.text ?? found?.locale ?? ENGLISH);
    // Pages of no collector go by what is remembered: whoever told in this language reads My stories in it, too.
    if (spoken && found !== undefined && !shared && remembered === null) this.#delegate.remember(found.locale);
  }

  /** @returns false where the words could not be had: the language stays as it is */
  async choose(locale: string): Promise<boolean> {
    const found = this.#offered.find((language) => language.locale === locale);
    if (found === undefined && locale !== ENGLISH) return false;
    if (!(await this.#speak(locale, found?.text ?? locale))) return false;
    this.#chosen = true;
    if (!this.#shared) this.#delegate.remember(locale);
    return true;
  }

  /** A device that others use forgets it with the story. */
  async reset(): Promise<void> {
    if (!this.#shared) return;
    this.#chosen = false;
    await this.#speak(ENGLISH, ENGLISH);
  }

  async #speak(locale: string, text: string): Promise<boolean> {
    this.#failed = null;
    // Not known yet whether it was reviewed: then it was not.
    const draft = { draft: this.#offered.find((language) => language.locale === locale)?.state !== 'reviewed' };
    if (text === ENGLISH) {
      spoken.use(null, { draft: draft.draft && locale !== ENGLISH });
      this.#shown(locale, text);
      return true;
    }
    this.#busy = locale;
    const language = spoken.language?.locale === text ? spoken.language : await this.#delegate.load(text);
    this.#busy = null;
    if (language === null) {
      this.#failed = locale;
      return false;
    }
    spoken.use(language, draft);
    this.#shown(locale, text);
    this.#delegate.keep(text);
    return true;
  }

  #shown(locale: string, text: string): void {
    this.#locale = locale;
    this.#delegate.show(languageNamed(text));
  }

  /** The browser's first language, if it is offered; anything further down its list is no wish. */
  #preferred(): string {
    const first = this.#delegate.preferred()[0]?.split('-')[0] ?? ENGLISH;
    return this.#offered.some(({ locale }) => locale === first) ? first : ENGLISH;
  }
}
