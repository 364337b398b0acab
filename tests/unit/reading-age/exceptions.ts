import type { Audience } from '$lib/domain/audience';

interface Exception {
  readonly audiences: readonly Audience[];
  /** As in the failure's line. */
  readonly place: string;
  /** The highest grade it may have: an exception that has grown harder is none. */
  readonly upTo: number;
  readonly reason: string;
}

/** Texts that are harder than they should be, each with a reason. One that is easy enough again fails the test until it is taken out. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    audiences: ['child'],
    place: 'tell who',
    upTo: 3.5,
    reason: 'The cards of the grown-ups stand on the same screen; the child’s own says "A child".',
  },
  {
    audiences: ['child'],
    place: 'ways helper',
    upTo: 2.8,
    reason: 'The page of the grown-up who helps; the child is told to ask them to read it.',
  },
  {
    audiences: ['youth', 'family', 'pro'],
    place: 'framework mcq.services',
    upTo: 5.5,
    reason: 'The services are called what their signs and letters call them, so that people know which is meant.',
  },
  {
    audiences: ['pro'],
    place: 'framework demo.sector',
    upTo: 5.8,
    reason: 'Names of fields of work, read by those who work in them.',
  },
  {
    audiences: ['pro'],
    place: 'framework stones.helped',
    upTo: 5.3,
    reason: 'Published in version 1 of the framework; a version with easier words replaces it whole.',
  },
  {
    audiences: ['pro'],
    place: 'framework safety',
    upTo: 6.8,
    reason: '"Safeguarding" is the word that their duty is called by.',
  },
];
