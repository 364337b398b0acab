import { translator } from '../../i18n/catalogue';
import { reach } from '../../i18n/en/reach';

export const t = translator(reach);
