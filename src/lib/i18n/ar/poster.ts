import type { Translated } from '../catalogue';
import type { poster as english } from '../en/poster';

export const poster: Translated<typeof english> = {
  own_head: 'احكِ قصتك',
  shared_head: 'احكِ قصتك هنا',
  own_words: 'يكفي توجيه كاميرا الهاتف إلى المربع. أو كتابة العنوان.',
  shared_words: 'يمكن أن تحكيها على هذا الجهاز اللوحي. وبعد إرسالها لا يستطيع الشخص التالي أن يراها.',
  code: 'الرمز هو',
  time: 'يستغرق ذلك نحو عشر دقائق. لا نسأل عن اسمك.',
  danger: 'في خطر؟ اتصل بـ 999.',
  trial: 'هذه تجربة فقط.',
  square: 'مربع للمسح بالكاميرا. يقود إلى {link}',
  days_from: 'من {from}',
  days_until: 'حتى {until}',
  days_between: 'من {from} إلى {until}',
};
