import type { Language } from '../language';

/** Draft. See `tell.ts`. */
export const contacts: Language['contacts'] = {
  Emergency: 'Emergency',
  'Call 999': 'Call 999',
  'If you are in danger, call 999.': 'Are you in danger? Call 999.',
  Childline: 'Childline',
  'Call 0800 1111. Free, any time, under 19.': 'Call 0800 1111. It is free. For people under 19.',
  'You can call Childline: 0800 1111. It is free.': 'You can call Childline: 0800 1111. It is free.',
  'A grown-up you trust': 'A grown-up you trust',
  'A teacher, SENCO, nurse, youth worker or someone in your family':
    'This can be a teacher, a nurse or someone in your family.',
  'Tell a grown-up you trust.': 'Tell a grown-up you trust.',
  'NSPCC Helpline': 'NSPCC Helpline',
  'Call 0808 800 5000': 'Call 0808 800 5000',
  'Sheffield Safeguarding Hub': 'Sheffield Safeguarding Hub',
  'Call 0114 273 4855, any time': 'Call 0114 273 4855, any time',
  'This is a trial': 'This is a try-out',
  'The local safeguarding numbers are not filled in yet. The numbers shown here work.':
    'The local numbers are not here yet. The numbers you see here work.',
  'This is only a try-out. The numbers here work.': 'This is only a try-out. The numbers here work.',
  North: 'North',
  'North East': 'North East',
  Central: 'Central',
  East: 'East',
  'South East': 'South East',
  'South West': 'South West',
  South: 'South',
};
