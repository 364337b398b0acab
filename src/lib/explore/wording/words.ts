import { translator } from '../../i18n/catalogue';
import { wordUse } from '../../i18n/en/word-use';

export const t = translator(wordUse);
