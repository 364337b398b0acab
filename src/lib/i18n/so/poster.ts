import type { Translated } from '../catalogue';
import type { poster as english } from '../en/poster';

export const poster: Translated<typeof english> = {
  own_head: 'Sheeg sheekadaada',
  shared_head: 'Halkan ku sheeg sheekadaada',
  own_words: 'Kaamerada taleefankaaga ku jeedi afargeeska. Ama qor cinwaanka.',
  shared_words: 'Waxaad ku sheegi kartaa tablet-kan. Marka la diro, qofka xiga ma arki karo.',
  code: 'Koodku waa',
  time: 'Waxay qaadataa ilaa toban daqiiqo. Magacaaga ma weydiinno.',
  danger: 'Khatar ma ku jirtaa? Wac 999.',
  trial: 'Tani waa tijaabo oo keliya.',
  square: 'Afargees kaamero lagu akhriyo. Wuxuu geynayaa {link}',
  days_from: 'Laga bilaabo {from}',
  days_until: 'Ilaa {until}',
  days_between: '{from} ilaa {until}',
};
