import type { Translated } from '../catalogue';
import type { signifiers as english } from '../en/signifiers';

/** Draft. See `tell.ts`. */
export const signifiers: Translated<typeof english> = {
  list: 'Liis',
  shape: 'Qaab',
  show_shape: 'Qaabka tus',
  use_list: 'Liis isticmaal',
  show_field: 'Sawirka tus',
  take_off: 'Ka qaad',
  pick_one: 'Mid dooro.',
  pick_any: 'Dooro dhammaan kuwa habboon.',
  pick_up_to: { one: 'Mid dooro.', other: 'Dooro ugu badnaan {n}.' },
  picked_all: {
    one: 'Waxaad dooratay {n}. Si aad mid kale u doorato, ka qaad.',
    other: 'Waxaad dooratay {n}. Si aad mid kale u doorato, mid ka qaad.',
  },
  pick_of_five: 'Ama shanta midkood dooro:',
  nothing_placed: 'Weli waxba lama dhigin',

  mostly: 'Badanaa: {label}',
  then_some: '{before}, xoogaa: {label}',
  then_bit: '{before}, wax yar: {label}',
  pair: '{first} iyo {second}',
  triad_name: 'Qaab saddex gees leh: {a}, {b}, {c}',
  triad_keys:
    'Furayaasha fallaarta ayaa dhibicda dhaqaajiya. 1, 2 iyo 3 gees bay geeyaan, 0 dhexda. Delete wuu ka qaadaa. Liisku isla sidaas ayuu erayo ku sheegaa.',

  lot_like: 'Aad baa loo dhihi karaa: {label}',
  bit_like: 'Wax yar baa loo dhihi karaa: {label}',
  between: 'Dhexda',
  between_two: 'inta u dhexeysa: {first} iyo {second}',
  quoted: '“{label}”',
  slider_keys: 'Furayaasha fallaarta ayaa dhibicda dhaqaajiya, Home iyo End daraf bay geeyaan, Delete wuu ka qaadaa.',

  placed: 'La dhigay: {n}.',
  to_go: { one: '{n} ayaa haray, haddii uu habboon yahay.', other: '{n} ayaa haray, haddii ay habboon yihiin.' },
  tap_then_tap: 'Dhagax taabo, kaddib taabo meeshiisa.',
  tap_where: 'Hadda taabo meesha: {label}',
  tap_where_it: 'Hadda taabo meeshiisa.',
  not_in_story: 'Kuma jiro sheekadayda',
  stone_keys: 'Enter wuxuu doortaa dhagax, furayaasha fallaarta ayaa dhaqaajiya, Delete wuu ka qaadaa.',
  field_name: 'Meesha dhagaxyadu tagaan',
  tray_name: 'Dhagaxyo la dhigo',
  side_bit: '{label} wax yar',
  which: '{first}, mise {second}?',
  and_then: '{first}, {second}',

  chars_left: { one: '{n} xaraf ayaa haray', other: '{n} xaraf ayaa haray' },
};
