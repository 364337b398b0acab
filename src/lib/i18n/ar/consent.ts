import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `tell.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'هل تحتاج إلى مساعدة؟ يمكنك النقر على «{help}». لا حاجة إلى إكمال هذه الصفحة أولًا.',
  call: 'أريد أن يساعدني شخص كبير',
  call_lead: 'قل لنا كيف نجدك.',
  call_hint: 'مثلًا: سام، الصف 3، مدرسة هيل.',
  call_who: 'لا يرى هذا إلا الكبار الذين يحافظون على سلامة الأطفال. لن يروه الآن فورًا.',
  call_send: 'طلب المساعدة',
  call_sent: 'وصلنا طلبك. سينظر فيه شخص كبير. إن احتجت إلى مساعدة الآن، فأخبر شخصًا كبيرًا قريبًا منك.',
  call_not_sent: 'لم يُرسَل. أخبر شخصًا كبيرًا قريبًا منك، أو اضغط «{help}». يمكنك المحاولة مرة أخرى.',
  ended_called: 'وصلنا طلبك للمساعدة. لم يُرسَل شيء آخر. لم يُحفظ شيء آخر. يمكنك إغلاق هذه الصفحة الآن.',
};
