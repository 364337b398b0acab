import type { Translated } from '../catalogue';
import type { poster as english } from '../en/poster';

export const poster: Translated<typeof english> = {
  own_head: 'Povedzte svoj príbeh',
  shared_head: 'Povedzte svoj príbeh tu',
  own_words: 'Namierte telefón na štvorec. Alebo napíšte adresu.',
  shared_words: 'Môžete ho povedať na tomto tablete. Keď sa odošle, ďalší človek ho neuvidí.',
  code: 'Kód je',
  time: 'Trvá to asi desať minút. Na meno sa nepýtame.',
  danger: 'Ste v nebezpečenstve? Zavolajte 999.',
  trial: 'Toto je len na skúšku.',
  square: 'Štvorec na naskenovanie. Vedie na {link}',
  days_from: 'Od {from}',
  days_until: 'Do {until}',
  days_between: '{from} až {until}',
};
