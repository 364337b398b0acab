import type { Translated } from '../catalogue';
import type { readingHelp as english } from '../en/reading-help';

/** Draft. See `tell.ts`. */
export const readingHelp: Translated<typeof english> = {
  label: 'مساعدة في القراءة',
  listen: 'استماع',
  pause: 'توقّف قليلًا',
  go_on: 'متابعة',
  quiet: 'إسكات',
  settings: 'القراءة',
  not_loaded: 'هذا الجزء لم يُحمَّل. يلزم الذهاب إلى مكان فيه إشارة ثم المحاولة من جديد.',
  'not_loaded.child': 'هذا لم يُفتح. يمكنك المحاولة لاحقًا.',
};
