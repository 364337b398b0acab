import type { MediaRef } from '../domain/story/media-ref';
import type { CutRecording, MadeFile } from './media';
import type { SendableFile } from './media-queue';
import type { FileRow, PartRow } from './media-rows';

/** SHA-256 in lower-case hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a story says of its file. Recorders name their codec behind the type (`audio/webm;codecs=opus`): it is left out. */
export async function refOf({ kind, mime, bytes, seconds }: MadeFile): Promise<MediaRef> {
  return {
    sha256: await sha256Of(bytes),
    kind,
    mime: plainMime(mime),
    bytes: bytes.byteLength,
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** The bytes by themselves: a view may show a small part of a large buffer. */
export function ownBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

export function madeRow(story: string, ref: MediaRef, madeAt: number): FileRow {
  return {
    ...ref,
    story,
    state: 'made',
    collector: null,
    sequence: null,
    shared: false,
    madeAt,
    faults: 0,
    refusal: null,
    uploadUrl: null,
    epoch: null,
    storedAt: null,
  };
}

export function sendable(row: FileRow, held: ArrayBuffer): SendableFile {
  const { story, sha256, kind, mime, bytes, seconds, uploadUrl, faults } = row;
  const ref = { sha256, kind, mime, bytes, ...(seconds === undefined ? {} : { seconds }) };
  return { story, sha256, ref, bytes: new Blob([held], { type: mime }), uploadUrl, faults };
}

/** Joins the parts of a recording; null when there is none. What lies behind a missing part cannot be played: left out. */
export function joined(parts: readonly PartRow[]): CutRecording | null {
  const whole: PartRow[] = [];
  for (const part of [...parts].sort((a, b) => a.index - b.index)) if (part.index === whole.length) whole.push(part);
  const [first] = whole;
  if (first === undefined) return null;
  const bytes = new Uint8Array(whole.reduce((sum, part) => sum + part.bytes.byteLength, 0));
  let at = 0;
  for (const part of whole) {
    bytes.set(new Uint8Array(part.bytes), at);
    at += part.bytes.byteLength;
  }
  return { mime: first.mime, bytes, parts: whole.length };
}

function plainMime(mime: string): string {
  return (mime.split(';', 1)[0] ?? '').trim().toLowerCase();
}
