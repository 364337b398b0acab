import { translator } from '../../i18n/catalogue';
import { regions } from '../../i18n/en/regions';

export const t = translator(regions);
