import { translator } from '../../i18n/catalogue';
import { patterns } from '../../i18n/en/patterns';

export const t = translator(patterns);
