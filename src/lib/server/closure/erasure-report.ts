import { createHash } from 'node:crypto';
import type { Erased } from '../store/port';

/** What an erasure took and left, for whoever has to show that it was done. */
export interface ErasureReport {
  readonly programme: string;
  readonly name: string;
  readonly closedAt: string;
  readonly exported: readonly { readonly path: string; readonly sha256: string }[];
  readonly erased: {
    readonly stories: number;
    readonly files: number;
    readonly recordings: number;
    readonly callsForHelp: number;
    /** SHA-256 of `<programme>/<number of the story>`, so that whoever has a number can look it up, and nobody else. */
    readonly hashes: readonly string[];
  };
  readonly kept: readonly { readonly what: string; readonly count: number | null; readonly why: string }[];
  /** Asked of the store after the erasure. */
  readonly found: { readonly stories: number; readonly files: number };
}

export function hashesOf(programme: string, { erased, restricted }: Erased): string[] {
  return [...erased, ...restricted].map((id) => createHash('sha256').update(`${programme}/${id}`).digest('hex')).sort();
}

/** @param concerns stories of which a copy stays  @param releases quarters released */
export function whatIsKept(concerns: number, releases: number): ErasureReport['kept'] {
  return [
    {
      what: 'restricted copies of stories with an open safeguarding concern',
      count: concerns,
      why: 'somebody may be in danger; seen by the safeguarding role alone, erased when the concern is settled',
    },
    {
      what: 'released tables',
      count: releases,
      why: 'published: rounded, small numbers held back, no single story in them',
    },
    { what: 'the audit', count: null, why: 'proof of who did what; holds numbers of stories and no words' },
    {
      what: 'tombstones of stories that were taken back or erased',
      count: null,
      why: 'so that no late retry and no restored backup brings one back; hold numbers and no words',
    },
    {
      what: 'the programme, its links, drawn regions, names of patterns and roles of staff',
      count: null,
      why: 'hold nothing that was told; the links answer that they are closed',
    },
    {
      what: 'backups made before, and the export',
      count: null,
      why: 'they lie outside this server: whoever keeps them has to erase them by the same date',
    },
  ];
}
