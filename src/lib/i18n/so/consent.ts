import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `ways.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'Ma u baahan tahay caawimo? Taabo “{help}”. Qasab ma aha inaad boggan sugto.',
  call: 'Waxaan rabaa in qof weyn i caawiyo',
  call_lead: 'Noo sheeg sida aan kuu heli karno.',
  call_hint: 'Tusaale: Sam, Fasalka 3, Dugsiga Hill.',
  call_who: 'Waxaa arka oo keliya dadka waaweyn ee carruurta badbaadiya. Hadda isla markiiba ma arkaan.',
  call_send: 'Caawimo weydii',
  call_sent:
    'Waan helnay. Qof weyn ayaa eegi doona. Haddii aad hadda caawimo u baahan tahay, u sheeg qof weyn oo kuu dhow.',
  call_not_sent:
    'Ma aysan bixin. Fadlan u sheeg qof weyn oo kuu dhow, ama taabo “{help}”. Mar kale ayaad isku dayi kartaa.',
  ended_called:
    'Codsigaagii caawimada waan helnay. Wax kale lama dirin. Wax kale lama kaydin. Hadda boggan waad xiri kartaa.',
};
