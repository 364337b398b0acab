/**
 * What the Sheffield programme says of contacts and calls its areas. They belong to the programme and can be changed
 * there; as long as they read like this, other languages have words for them.
 */
export const contacts = [
  'Emergency',
  'Call 999',
  'If you are in danger, call 999.',
  'Childline',
  'Call 0800 1111. Free, any time, under 19.',
  'You can call Childline: 0800 1111. It is free.',
  'A grown-up you trust',
  'A teacher, SENCO, nurse, youth worker or someone in your family',
  'Tell a grown-up you trust.',
  'NSPCC Helpline',
  'Call 0808 800 5000',
  'Sheffield Safeguarding Hub',
  'Call 0114 273 4855, any time',
  'This is a trial',
  'The local safeguarding numbers are not filled in yet. The numbers shown here work.',
  'This is only a try-out. The numbers here work.',
  'North',
  'North East',
  'Central',
  'East',
  'South East',
  'South West',
  'South',
] as const;
