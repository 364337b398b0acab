import type { Translated } from '../catalogue';
import type { fault as english } from '../en/fault';

/** Draft. See `tell.ts`. */
export const fault: Translated<typeof english> = {
  home: 'الصفحة الأولى',
  not_found: 'لا يوجد شيء هنا',
  not_found_words: 'قد يكون العنوان خطأ، أو أنه يخص برنامجًا ليس لك دور فيه.',
  not_allowed: 'أدوارك لا تشمل هذا',
  not_allowed_words: 'أنت تعمل في هذا البرنامج، لكن ليس على هذا. يمكن للمشرف أن يعطيك الدور اللازم.',
  fault: 'لم ينجح هذا',
  fault_words: 'حدث خطأ في الخادم. لم يضِع شيء على جهازك. يمكنك المحاولة من جديد بعد لحظة.',
};
