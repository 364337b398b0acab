import * as z from 'zod/mini';
import { AudienceSchema, VoiceSchema } from '../domain/audience';
import { UuidSchema } from '../domain/identifiers';
import { MediaRefSchema } from '../domain/story/media-ref';
import { StorySchema } from '../domain/story/story';
import { ShownFileSchema } from './shown-file';

const ToldFileSchema = z.object({ kind: MediaRefSchema.shape.kind, seconds: MediaRefSchema.shape.seconds });

/** A story waiting to be read: what it is and since when, never its words. */
export const QueueEntrySchema = z.object({
  id: UuidSchema,
  receivedAt: z.iso.datetime(),
  /** Server time by which it should have been read. */
  dueAt: z.iso.datetime(),
  audience: AudienceSchema,
  voice: z.nullable(VoiceSchema),
  locale: z.string(),
  ageBand: z.nullable(z.string()),
  words: z.number(),
  titled: z.boolean(),
  /** What it is told with beside words: none of it may look like a story without any. */
  files: z.array(ToldFileSchema),
  /** Pictures of the strip. */
  symbols: z.number(),
  askedForHelp: z.boolean(),
  /** Left a way to be reached; the way itself is shown to the safeguarding role only. */
  leftContact: z.boolean(),
  state: z.enum(['unread', 'concern']),
  /** Taken back by its teller: kept for the open concern only, and gone once that is settled. */
  withdrawn: z.optional(z.literal(true)),
});
export type QueueEntry = z.infer<typeof QueueEntrySchema>;

/** Somebody asked for help without telling a story: that they did, never who. */
export const WaitingCallSchema = z.object({ id: UuidSchema, at: z.iso.datetime(), audience: AudienceSchema });
export type WaitingCall = z.infer<typeof WaitingCallSchema>;

/** A call for help that was answered: by whom and when, never the words. */
export interface AnsweredCall extends WaitingCall {
  readonly answeredAt: string;
  /** Null: whose account is gone. */
  readonly by: string | null;
  /** Calls that ended before notes were asked for have none. */
  readonly noted: boolean;
}

/** Some of the answered calls, newest first, and how to come to the others. */
export interface AnsweredCalls {
  readonly calls: readonly AnsweredCall[];
  /** There are older ones than the last of these. */
  readonly older: boolean;
  /** There are newer ones than the first of these. */
  readonly newer: boolean;
}

/** How to reach somebody who asked for help. */
export const ContactSchema = z.object({
  wanted: z.boolean(),
  contact: z.nullable(z.string()),
  /** Why a contact that was left cannot be read here. */
  shut: z.optional(z.enum(['other_programme', 'other_key', 'damaged'])),
});
export type Contact = Readonly<z.infer<typeof ContactSchema>>;

const NoteSchema = z.string().check(z.maxLength(2000));

/** What was done when a call ends. */
export const CallEndSchema = z.object({ note: NoteSchema });

/** What was done when a call ended; null = the key it was sealed to is not here, or it was changed. */
export const AnsweredNoteSchema = z.object({ text: z.nullable(z.string()) });
export type AnsweredNote = Readonly<z.infer<typeof AnsweredNoteSchema>>;

export const QueueSchema = z.object({
  now: z.iso.datetime(),
  programme: z.object({ slug: z.string(), name: z.string(), state: z.string(), origin: z.string() }),
  entries: z.array(QueueEntrySchema),
  /** Who asked for help without a story and was not answered yet, oldest first. */
  calls: z.array(WaitingCallSchema),
});
export type Queue = z.infer<typeof QueueSchema>;

const OutcomeSchema = z.enum(['clear', 'concern']);

/**
 * How its reader may clear it. `with_note`: somebody needs help, and it goes with a note of what was done.
 * `by_safeguarding`: that is for the safeguarding role, before whom this reader can put it.
 */
export const ClearingSchema = z.enum(['at_once', 'with_note', 'by_safeguarding']);
export type Clearing = z.infer<typeof ClearingSchema>;

/** One story opened for reading. `help` is there for the safeguarding role only. */
export const CareStorySchema = z.object({
  entry: QueueEntrySchema,
  story: StorySchema,
  files: z.array(ShownFileSchema),
  /** Names what is there to be read: other words, or one file more, have another name. */
  seen: z.string(),
  clearing: ClearingSchema,
  help: z.nullable(ContactSchema),
  /** What was written when a concern was raised (`concern`) and when it was ended (`clear`); for the safeguarding role only. */
  notes: z.array(z.object({ at: z.iso.datetime(), outcome: OutcomeSchema, note: z.string() })),
  /** What it said before its teller changed it while a concern was open, oldest first; for the safeguarding role. */
  earlier: z.optional(z.array(z.object({ story: StorySchema, files: z.array(ShownFileSchema) }))),
});
export type CareStory = z.infer<typeof CareStorySchema>;

/**
 * `clear`: analysts may see the words as far as its sharing allows. `concern`: the words stay held and the story is
 * put before the safeguarding role.
 */
export const ReadingRequestSchema = z.object({
  outcome: OutcomeSchema,
  /** As the opened story said it. Without it nothing is cleared: nobody clears what they have not seen. */
  seen: z.optional(z.string().check(z.maxLength(40))),
  /** What worries, or what was done: nothing is cleared without it where `clearing` says `with_note`. */
  note: z.optional(NoteSchema),
});
export type ReadingRequest = z.infer<typeof ReadingRequestSchema>;

/** Where a reader goes on: the story due first, null when none waits. */
export const ReadingResponseSchema = z.object({ waiting: z.int(), next: z.nullable(UuidSchema) });
export type ReadingResponse = z.infer<typeof ReadingResponseSchema>;
