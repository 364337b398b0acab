import { AnsweredNoteSchema, ContactSchema, type AnsweredNote, type Contact } from '../protocol/care';
import { API } from '../protocol/routes';

/** What this page came with where it was posted without scripts. */
export interface PostedCall {
  readonly call: string;
  /** Null: there is no such call any more. */
  readonly help?: Contact | null;
  readonly done?: AnsweredNote | null;
  readonly refused?: 'note_needed' | 'unknown';
  readonly note?: string;
}

/** Of what something went wrong: a note or a way to reach somebody that could not be had, an end that was not taken. */
export type CallTrouble = 'note' | 'contact' | 'end' | 'note_needed';

/**
 * What is done about calls for help on this page, which stays as it is whatever is answered: somebody may be writing on it,
 * about this call or another.
 */
export class CallsHere {
  readonly #programme: string;
  #notes: Readonly<Record<string, AnsweredNote>> = $state.raw({});
  #contacts: Readonly<Record<string, Contact>> = $state.raw({});
  #newestNote: string | null = $state(null);
  #trouble: { readonly call: string; readonly of: CallTrouble } | null = $state.raw(null);
  #lost: string | null = $state(null);
  /** Addresses that were asked and have not answered. */
  #busy: readonly string[] = [];
  /** What was written for a call whose end was not taken. */
  readonly #unsaid: { readonly call: string; readonly note: string } | null = null;

  constructor(programme: string, posted: PostedCall | null) {
    this.#programme = programme;
    if (posted === null) return;
    const { call, help, done, refused, note = '' } = posted;
    if (done !== undefined) this.#noted(call, done);
    if (help !== undefined) this.#reached(call, help);
    if (refused === 'note_needed') {
      this.#unsaid = { call, note };
      this.#trouble = { call, of: 'note_needed' };
    }
    if (refused === 'unknown') this.#lost = note;
  }

  noteOf(call: string): AnsweredNote | null {
    return this.#notes[call] ?? null;
  }

  contactOf(call: string): Contact | null {
    return this.#contacts[call] ?? null;
  }

  /** The call whose note was opened last; null = none was. */
  get newestNote(): string | null {
    return this.#newestNote;
  }

  troubleOf(call: string): CallTrouble | null {
    return this.#trouble?.call === call ? this.#trouble.of : null;
  }

  /** What a note field of this call begins with. */
  writtenFor(call: string): string {
    return this.#unsaid?.call === call ? this.#unsaid.note : '';
  }

  /** Written for a call that somebody else had ended; null = nothing was. */
  get lost(): string | null {
    return this.#lost;
  }

  async lookUp(call: string): Promise<void> {
    await this.#ask(call, 'note', async (answer) => {
      this.#noted(call, answer.ok ? AnsweredNoteSchema.parse(await answer.json()) : null);
    });
  }

  async open(call: string): Promise<void> {
    await this.#ask(call, 'contact', async (answer) => {
      this.#reached(call, answer.ok ? ContactSchema.parse(await answer.json()) : null);
    });
  }

  /** @returns whether it waits no longer: ended by this, or by somebody else meanwhile (then `lost` says what was written) */
  async end(call: string, note: string): Promise<boolean> {
    if (note.trim() === '') {
      this.#trouble = { call, of: 'note_needed' };
      return false;
    }
    let over = false;
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note }),
    };
    await this.#ask(
      call,
      'end',
      (answer) => {
        const meanwhile = answer.status === 409;
        over = answer.ok || meanwhile;
        if (over) this.#lost = meanwhile ? note : null;
        else this.#trouble = { call, of: 'end' };
        return Promise.resolve();
      },
      request,
    );
    return over;
  }

  /** One at a time of each; no network, or an answer of somebody else, is told like a refusal. */
  async #ask(
    call: string,
    what: 'note' | 'contact' | 'end',
    take: (answer: Response) => Promise<void>,
    request?: RequestInit,
  ): Promise<void> {
    const address = API.helpCall(this.#programme, call, what);
    if (this.#busy.includes(address)) return;
    this.#busy = [...this.#busy, address];
    this.#trouble = null;
    try {
      await take(await fetch(address, request));
    } catch {
      this.#trouble = { call, of: what };
    } finally {
      this.#busy = this.#busy.filter((one) => one !== address);
    }
  }

  #noted(call: string, note: AnsweredNote | null): void {
    if (note === null) this.#trouble = { call, of: 'note' };
    else {
      this.#notes = { ...this.#notes, [call]: note };
      this.#newestNote = call;
    }
  }

  #reached(call: string, contact: Contact | null): void {
    if (contact === null) this.#trouble = { call, of: 'contact' };
    else this.#contacts = { ...this.#contacts, [call]: contact };
  }
}
