import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `ways.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'Treba pomoc? Stačí ťuknúť na „{help}“. Na túto stránku netreba čakať.',
  call: 'Chcem, aby mi pomohol niekto dospelý',
  call_lead: 'Povedz nám, ako ťa nájdeme.',
  call_hint: 'Napríklad: Sam, 3. trieda, škola Hill.',
  call_who: 'Vidia to len dospelí, ktorí chránia deti. Neuvidia to hneď teraz.',
  call_send: 'Požiadať o pomoc',
  call_sent:
    'Máme to. Niekto dospelý sa na to pozrie. Ak potrebuješ pomoc teraz, povedz to dospelému vo svojej blízkosti.',
  call_not_sent:
    'Neodoslalo sa to. Povedz to dospelému vo svojej blízkosti alebo ťukni na „{help}“. Môžeš to skúsiť znova.',
  ended_called:
    'Tvoju prosbu o pomoc máme. Nič iné sa neodoslalo. Nič iné sa neuložilo. Túto stránku teraz môžeš zavrieť.',
};
