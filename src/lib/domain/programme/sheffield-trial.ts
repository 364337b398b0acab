import { SHEFFIELD_SCHEMES } from './sheffield-places';
import type { Contact, Policies, Programme } from './programme';

/** Cautious until a steward says otherwise: every story is held for a reading, k = 10 for everyone. */
export const CAUTIOUS_POLICIES: Policies = {
  hold: 'all',
  k: { public: 10, analyst: 10 },
  retentionMonths: 36,
  languages: ['en'],
  under13: 'competent_child',
  readWithinHours: { flagged: 8, others: 48 },
};

const CONTACTS: Contact[] = [
  {
    id: 'emergency',
    audiences: ['child', 'youth', 'family', 'pro'],
    name: 'Emergency',
    how: 'Call 999',
    child: 'If you are in danger, call 999.',
    checked: false,
  },
  {
    id: 'childline',
    audiences: ['child', 'youth'],
    name: 'Childline',
    how: 'Call 0800 1111. Free, any time, under 19.',
    child: 'You can call Childline: 0800 1111. It is free.',
    checked: false,
  },
  {
    id: 'trusted',
    audiences: ['child', 'youth'],
    name: 'A grown-up you trust',
    how: 'A teacher, SENCO, nurse, youth worker or someone in your family',
    child: 'Tell a grown-up you trust.',
    checked: false,
  },
  { id: 'nspcc', audiences: ['family', 'pro'], name: 'NSPCC Helpline', how: 'Call 0808 800 5000', checked: false },
  {
    id: 'hub',
    audiences: ['youth', 'family', 'pro'],
    name: 'Sheffield Safeguarding Hub',
    how: 'Call 0114 273 4855, any time',
    checked: false,
  },
];

/** The programme a fresh installation opens: Sheffield SEND, in trial. Contacts are unchecked; the steward confirms them. */
export const SHEFFIELD_TRIAL: Programme = {
  slug: 'sheffield-send',
  name: 'Sheffield SEND stories',
  state: 'trial',
  origin: 'told',
  framework: { id: 'sheffield-send', version: 3 },
  policies: CAUTIOUS_POLICIES,
  contacts: CONTACTS,
  areaSchemes: [...SHEFFIELD_SCHEMES],
};
