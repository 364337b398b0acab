import type { MediaRef } from './media-ref';

/**
 * Bytes of one file at most, by kind. Five minutes of Opus at the 128 kbit/s that browsers take unasked are 4.8 MB; a
 * photo of 2,048 pixels a side, re-encoded, stays under 2 MB.
 */
export const MAX_FILE_BYTES: Readonly<Record<MediaRef['kind'], number>> = {
  voice: 8 * 1024 * 1024,
  drawing: 6 * 1024 * 1024,
  photo: 6 * 1024 * 1024,
};

/** The types a file of each kind may have; the server looks at the bytes, not at the name. */
export const FILE_TYPES: Readonly<Record<MediaRef['kind'], readonly string[]>> = {
  voice: ['audio/webm', 'audio/mp4'],
  drawing: ['image/png', 'image/webp', 'image/jpeg'],
  photo: ['image/jpeg', 'image/webp', 'image/png'],
};
