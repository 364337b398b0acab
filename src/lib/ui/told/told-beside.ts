import type { Helper } from '../../domain/story/helper';
import type { MediaRef } from '../../domain/story/media-ref';

/** A file as an element plays or shows it. */
export interface ToldFile {
  readonly sha256: string;
  readonly kind: MediaRef['kind'];
  readonly seconds?: number | undefined;
  /** Null: it has not arrived. */
  readonly src: string | null;
}

/** What a story holds beside its words. */
export interface ToldBeside {
  readonly locale: string;
  readonly files: readonly ToldFile[];
  readonly symbols: readonly string[];
  readonly helper: Helper | null;
}
