import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `tell.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'هل تحتاج إلى مساعدة؟ يمكنك النقر على «{help}». لا حاجة إلى إكمال هذه الصفحة أولًا.',
};
