import { translator } from '../i18n/catalogue';
import { explore } from '../i18n/en/explore';

export const t = translator(explore);
