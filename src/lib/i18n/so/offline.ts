import type { Translated } from '../catalogue';
import type { offline as english } from '../en/offline';

/** Draft. See `tell.ts`. */
export const offline: Translated<typeof english> = {
  title: 'Sheaf iyada oo aan shabakad jirin',
  heading: 'Hadda shabakad ma jirto',
  known: 'Weli halkan sheeko waad ka sheegi kartaa:',
  none: 'Sheaf hore laguma furin qalabkan. Hal mar ku xirmo, linkigaaga fur ama koodkaaga qor, kaddib shabakad la’aan ayuu ku shaqeeyaa.',
  waiting: {
    one: 'Hal sheeko ayaa si ammaan ah ugu sugaysa qalabkan. Iskeed ayay u baxdaa marka shabakad jirto.',
    other: '{n} sheeko ayaa si ammaan ah ugu sugaya qalabkan. Iskood ayay u baxaan marka shabakad jirto.',
  },
  again: 'Mar kale isku day',
};
