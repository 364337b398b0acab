import type { Language } from '../language';

/** Draft. Names of services and areas keep their English, which is what stands on letters and signs. */
export const contacts: Language['contacts'] = {
  Emergency: 'Degdeg',
  'Call 999': 'Wac 999',
  'If you are in danger, call 999.': 'Haddii aad khatar ku jirto, wac 999.',
  Childline: 'Childline (khadka carruurta)',
  'Call 0800 1111. Free, any time, under 19.': 'Wac 0800 1111. Waa bilaash, goor kasta, da’da ka yar 19.',
  'You can call Childline: 0800 1111. It is free.': 'Waxaad wici kartaa Childline: 0800 1111. Waa bilaash.',
  'A grown-up you trust': 'Qof weyn oo aad ku kalsoon tahay',
  'A teacher, SENCO, nurse, youth worker or someone in your family':
    'Macallin, SENCO, kalkaaliye, shaqaalaha dhallinyarada ama qof qoyskaaga ah',
  'Tell a grown-up you trust.': 'U sheeg qof weyn oo aad ku kalsoon tahay.',
  'NSPCC Helpline': 'Khadka caawimada ee NSPCC',
  'Call 0808 800 5000': 'Wac 0808 800 5000',
  'Sheffield Safeguarding Hub': 'Xarunta badbaadinta carruurta ee Sheffield (Sheffield Safeguarding Hub)',
  'Call 0114 273 4855, any time': 'Wac 0114 273 4855, goor kasta',
  'This is a trial': 'Tani waa tijaabo',
  'The local safeguarding numbers are not filled in yet. The numbers shown here work.':
    'Lambarrada ilaalinta ee deegaanka weli laguma qorin. Lambarrada halkan ka muuqda way shaqeeyaan.',
  'This is only a try-out. The numbers here work.': 'Tani waa tijaabo oo keliya. Lambarrada halkan way shaqeeyaan.',
  North: 'Waqooyi (North)',
  'North East': 'Waqooyi-bari (North East)',
  Central: 'Bartamaha (Central)',
  East: 'Bari (East)',
  'South East': 'Koonfur-bari (South East)',
  'South West': 'Koonfur-galbeed (South West)',
  South: 'Koonfur (South)',
};
