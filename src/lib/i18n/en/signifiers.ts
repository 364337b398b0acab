/** Words of the controls a story is placed with. The words of the questions themselves come with the framework. */
export const signifiers = {
  list: 'List',
  shape: 'Shape',
  show_shape: 'Show the shape',
  use_list: 'Use a list',
  show_field: 'Show the picture',
  take_off: 'Take off',
  pick_one: 'Pick one.',
  pick_any: 'Pick any that fit.',
  pick_up_to: { one: 'Pick one.', other: 'Pick up to {n}.' },
  picked_all: {
    one: 'You have picked {n}. Take it off to pick another.',
    other: 'You have picked {n}. Take one off to pick another.',
  },
  pick_of_five: 'Or pick one of five:',
  nothing_placed: 'Nothing placed yet',

  // A triad in words. {label} is drawn bold.
  mostly: 'Mostly {label}',
  then_some: '{before}, some {label}',
  then_bit: '{before}, a bit {label}',
  pair: '{first} and {second}',
  triad_name: 'Shape with three corners: {a}, {b}, {c}',
  triad_keys:
    'Arrow keys move the dot. 1, 2 and 3 go to a corner, 0 to the middle. Delete takes it off. The list says the same in words.',

  // A slider in words.
  lot_like: 'A lot like {label}',
  bit_like: 'A bit like {label}',
  between: 'In between',
  between_two: 'between {first} and {second}',
  quoted: '“{label}”',
  slider_keys: 'Arrow keys move the dot. Home and End go to the ends. Delete takes it off.',

  // Stones.
  placed: '{n} placed.',
  to_go: { one: '{n} to go, if it fits.', other: '{n} to go, if they fit.' },
  tap_then_tap: 'Tap a stone, then tap where it goes.',
  tap_where: 'Now tap where {label} goes.',
  tap_where_it: 'Now tap where it goes.',
  not_in_story: 'Not in my story',
  stone_keys: 'Enter picks a stone. Arrow keys move it. Delete takes it off.',
  field_name: 'Where the stones go',
  tray_name: 'Stones to place',
  side_bit: '{label} a bit',
  which: '{first}, or {second}?',
  and_then: '{first}, {second}',

  // Text.
  chars_left: { one: '{n} letter left', other: '{n} letters left' },
} as const;
