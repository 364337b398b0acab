/** Words of the three amounts a triad can be answered with. */
export const amounts = {
  how_much: 'How much',
  how_much_each: 'How much of each is in your story?',
  none: 'None',
  some: 'Some',
  a_lot: 'A lot',
  /** Until all three are said nothing is placed. */
  to_say: { one: '{n} more to pick.', other: '{n} more to pick.' },
  none_of_these: 'None of these. We keep that as: it does not fit.',
} as const;
