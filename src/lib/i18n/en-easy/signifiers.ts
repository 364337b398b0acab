import type { Translated } from '../catalogue';
import type { signifiers as english } from '../en/signifiers';

/** Draft. See `tell.ts`. */
export const signifiers: Translated<typeof english> = {
  list: 'List',
  shape: 'Shape',
  show_shape: 'Show the shape',
  use_list: 'Use a list',
  show_field: 'Show the picture',
  take_off: 'Take off',
  pick_one: 'Pick one.',
  pick_any: 'Pick all that fit.',
  pick_up_to: { one: 'Pick one.', other: 'Pick up to {n}.' },
  picked_all: {
    one: 'You picked {n}. Take it off to pick another.',
    other: 'You picked {n}. Take one off to pick another.',
  },
  pick_of_five: 'Or pick one of five:',
  nothing_placed: 'You placed nothing yet',

  mostly: 'Mostly {label}',
  then_some: '{before}, some {label}',
  then_bit: '{before}, a bit {label}',
  pair: '{first} and {second}',
  triad_name: 'Shape with three corners: {a}, {b}, {c}',
  triad_keys:
    'Arrow keys move the dot. Press 1, 2 or 3 for a corner. Press 0 for the middle. Press Delete to take it off. The list says the same in words.',

  lot_like: 'A lot like {label}',
  bit_like: 'A bit like {label}',
  between: 'In between',
  between_two: 'between {first} and {second}',
  quoted: '“{label}”',
  slider_keys: 'Arrow keys move the dot. Home and End go to the ends. Delete takes it off.',

  placed: 'You placed {n}.',
  to_go: { one: '{n} to go, if it fits.', other: '{n} to go, if they fit.' },
  tap_then_tap: 'Tap a stone. Then tap where it goes.',
  tap_where: 'Now tap where {label} goes.',
  tap_where_it: 'Now tap where it goes.',
  not_in_story: 'Not in my story',
  stone_keys: 'Enter picks a stone. Arrow keys move it. Delete takes it off.',
  field_name: 'Where the stones go',
  tray_name: 'Stones to place',
  side_bit: '{label} a bit',
  which: '{first}, or {second}?',
  and_then: '{first}, {second}',

  chars_left: { one: '{n} letter left', other: '{n} letters left' },
};
