import type { Translated } from '../catalogue';
import type { signifiers as english } from '../en/signifiers';

/** Draft. See `tell.ts`. Labels stand after a colon, so that they keep their own endings. */
export const signifiers: Translated<typeof english> = {
  list: 'Zoznam',
  shape: 'Tvar',
  show_shape: 'Ukázať tvar',
  use_list: 'Použiť zoznam',
  show_field: 'Ukázať obrázok',
  take_off: 'Zrušiť',
  pick_one: 'Vyberte jedno.',
  pick_any: 'Vyberte všetko, čo sa hodí.',
  pick_up_to: {
    one: 'Vyberte jedno.',
    few: 'Vyberte najviac {n}.',
    many: 'Vyberte najviac {n}.',
    other: 'Vyberte najviac {n}.',
  },
  picked_all: {
    one: 'Máte vybrané {n}. Ak chcete iné, najprv ho odstráňte.',
    few: 'Máte vybrané {n}. Ak chcete iné, najprv jedno odstráňte.',
    many: 'Máte vybrané {n}. Ak chcete iné, najprv jedno odstráňte.',
    other: 'Máte vybraných {n}. Ak chcete iné, najprv jedno odstráňte.',
  },
  pick_of_five: 'Alebo vyberte jedno z piatich:',
  nothing_placed: 'Ešte nič nie je umiestnené',

  mostly: 'Najviac: {label}',
  then_some: '{before}, trochu: {label}',
  then_bit: '{before}, trošku: {label}',
  pair: '{first} a {second}',
  triad_name: 'Tvar s tromi rohmi: {a}, {b}, {c}',
  triad_keys:
    'Šípky posúvajú bodku. 1, 2 a 3 ju dajú do rohu, 0 do stredu. Delete ju odstráni. Zoznam hovorí to isté slovami.',

  lot_like: 'Veľmi ako: {label}',
  bit_like: 'Trochu ako: {label}',
  between: 'Niekde medzi',
  between_two: 'medzi: {first} – {second}',
  quoted: '„{label}“',
  slider_keys: 'Šípky posúvajú bodku, Home a End ju dajú na konce, Delete ju odstráni.',

  placed: 'Umiestnené: {n}.',
  to_go: {
    one: 'Zostáva {n}, ak sa hodí.',
    few: 'Zostávajú {n}, ak sa hodia.',
    many: 'Zostáva {n}, ak sa hodí.',
    other: 'Zostáva {n}, ak sa hodia.',
  },
  tap_then_tap: 'Ťuknite na kameň, potom tam, kam patrí.',
  tap_where: 'Teraz ťuknite tam, kam patrí: {label}',
  tap_where_it: 'Teraz ťuknite tam, kam patrí.',
  not_in_story: 'Nie je v mojom príbehu',
  stone_keys: 'Enter vyberie kameň, šípky ho posúvajú, Delete ho odstráni.',
  field_name: 'Kam patria kamene',
  tray_name: 'Kamene na umiestnenie',
  side_bit: '{label} trochu',
  which: '{first}, alebo {second}?',
  and_then: '{first}, {second}',

  chars_left: {
    one: 'Zostáva {n} písmeno',
    few: 'Zostávajú {n} písmená',
    many: 'Zostáva {n} písmena',
    other: 'Zostáva {n} písmen',
  },
};
