import { translator } from '../../i18n/catalogue';
import { shifts } from '../../i18n/en/shifts';

export const t = translator(shifts);
