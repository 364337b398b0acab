import type { Translated } from '../catalogue';
import type { fault as english } from '../en/fault';

/** Draft. See `tell.ts`. */
export const fault: Translated<typeof english> = {
  home: 'Úvodná stránka',
  not_found: 'Tu nič nie je',
  not_found_words: 'Adresa je možno nesprávna alebo patrí programu, v ktorom nemáte úlohu.',
  not_allowed: 'Vaše úlohy toto nezahŕňajú',
  not_allowed_words: 'Pracujete v tomto programe, ale nie s týmto. Úlohu vám môže dať správca.',
  fault: 'To sa nepodarilo',
  fault_words: 'Na serveri sa niečo pokazilo. Vo vašom zariadení sa nič nestratilo. O chvíľu to skúste znova.',
};
