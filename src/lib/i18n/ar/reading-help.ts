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
  no_voice: 'ليس في هذا الجهاز صوت لهذه اللغة. لم يُرسَل شيء إلى أي مكان لصنع صوت.',
  'no_voice.child': 'لا يوجد هنا صوت لهذا. يمكن لشخص كبير أن يقرأه لك.',
  silent: 'صوت هذا الجهاز لم يُجب. يمكنك المحاولة مرة أخرى.',
  'silent.child': 'الصوت لم يعمل. يمكنك المحاولة مرة أخرى.',
  not_loaded: 'هذا الجزء لم يُحمَّل. يلزم الذهاب إلى مكان فيه إشارة ثم المحاولة من جديد.',
  'not_loaded.child': 'هذا لم يُفتح. يمكنك المحاولة لاحقًا.',
};
