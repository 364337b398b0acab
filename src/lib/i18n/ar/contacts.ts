import type { Language } from '../language';

/** Draft. Names of services and areas keep their English, which is what stands on letters and signs. */
export const contacts: Language['contacts'] = {
  Emergency: 'الطوارئ',
  'Call 999': 'اتصل بـ 999',
  'If you are in danger, call 999.': 'عند وجود خطر عليك، اتصل بـ 999.',
  Childline: 'Childline (خط مساعدة الأطفال)',
  'Call 0800 1111. Free, any time, under 19.': 'اتصل بـ 0800\u00a01111. مجانًا، في أي وقت، لمن هم دون 19.',
  'You can call Childline: 0800 1111. It is free.': 'يمكنك الاتصال بخط Childline: 0800\u00a01111. الاتصال مجاني.',
  'A grown-up you trust': 'شخص كبير تثق به',
  'A teacher, SENCO, nurse, youth worker or someone in your family':
    'معلم أو معلمة، أو منسق الاحتياجات الخاصة (SENCO)، أو ممرض أو ممرضة، أو من يعمل مع الشباب، أو شخص من عائلتك',
  'Tell a grown-up you trust.': 'أخبر شخصًا كبيرًا تثق به.',
  'NSPCC Helpline': 'خط مساعدة NSPCC',
  'Call 0808 800 5000': 'اتصل بـ 0808\u00a0800\u00a05000',
  'Sheffield Safeguarding Hub': 'مركز حماية الأطفال في شيفيلد (Sheffield Safeguarding Hub)',
  'Call 0114 273 4855, any time': 'اتصل بـ 0114\u00a0273\u00a04855، في أي وقت',
  'This is a trial': 'هذه تجربة',
  'The local safeguarding numbers are not filled in yet. The numbers shown here work.':
    'لم تُدخَل أرقام الحماية المحلية بعد. الأرقام الظاهرة هنا تعمل.',
  'This is only a try-out. The numbers here work.': 'هذه تجربة فقط. الأرقام هنا تعمل.',
  North: 'الشمال (North)',
  'North East': 'الشمال الشرقي (North East)',
  Central: 'الوسط (Central)',
  East: 'الشرق (East)',
  'South East': 'الجنوب الشرقي (South East)',
  'South West': 'الجنوب الغربي (South West)',
  South: 'الجنوب (South)',
};
