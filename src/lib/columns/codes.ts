/**
 * What stands in a cell where no value is: codes counted down from the top of the column's type, so that values keep
 * the room below. In a uint16 column: 65535 unanswered, 65534 not applicable, 65533 not asked, 65532 not in the story.
 */
export const STATE_STEPS = { unanswered: 0, notApplicable: 1, notAsked: 2, notInStory: 3 } as const;
export type Gap = keyof typeof STATE_STEPS;

export const UNANSWERED = 65_535;
export const NOT_APPLICABLE = 65_534;
/** The story's audience is not led past this signifier, or the teller stopped before it: no record at all. */
export const NOT_ASKED = 65_533;
/** A single stone that the teller said is not in the story. */
export const NOT_IN_STORY = 65_532;

export const GAP_CODES = 4;

const TOPS = { u8: 255, u16: 65_535 } as const;
export type CodedType = keyof typeof TOPS;

export function gapCode(type: CodedType, gap: Gap): number {
  return TOPS[type] - STATE_STEPS[gap];
}

/** Values that fit below the codes. */
export function roomOf(type: CodedType): number {
  return TOPS[type] - GAP_CODES + 1;
}

/** The state columns of text, number, stones and multiple choice: one byte for the whole answer. */
export const ANSWERED_BYTE = 0;
