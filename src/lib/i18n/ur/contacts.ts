import type { Language } from '../language';

/** Draft. Names of services and areas keep their English, which is what stands on letters and signs. */
export const contacts: Language['contacts'] = {
  Emergency: 'ہنگامی حالت',
  'Call 999': 'کال کریں 999',
  'If you are in danger, call 999.': 'اگر آپ خطرے میں ہیں تو 999 پر کال کریں۔',
  Childline: 'Childline (بچوں کی ہیلپ لائن)',
  'Call 0800 1111. Free, any time, under 19.': 'کال کریں 0800\u00a01111۔ مفت، کسی بھی وقت، 19 سال سے کم عمر کے لیے۔',
  'You can call Childline: 0800 1111. It is free.': 'آپ Childline کو کال کر سکتے ہیں: 0800\u00a01111۔ یہ مفت ہے۔',
  'A grown-up you trust': 'کوئی بڑا جس پر آپ کو بھروسا ہو',
  'A teacher, SENCO, nurse, youth worker or someone in your family':
    'استاد، SENCO، نرس، نوجوانوں کا کارکن یا آپ کے خاندان کا کوئی فرد',
  'Tell a grown-up you trust.': 'کسی بڑے کو بتائیں جس پر آپ کو بھروسا ہو۔',
  'NSPCC Helpline': 'NSPCC ہیلپ لائن',
  'Call 0808 800 5000': 'کال کریں 0808\u00a0800\u00a05000',
  'Sheffield Safeguarding Hub': 'شیفیلڈ میں بچوں کے تحفظ کا مرکز (Sheffield Safeguarding Hub)',
  'Call 0114 273 4855, any time': 'کال کریں 0114\u00a0273\u00a04855، کسی بھی وقت',
  'This is a trial': 'یہ آزمائش ہے',
  'The local safeguarding numbers are not filled in yet. The numbers shown here work.':
    'مقامی حفاظتی نمبر ابھی درج نہیں ہوئے۔ یہاں دکھائے گئے نمبر کام کرتے ہیں۔',
  'This is only a try-out. The numbers here work.': 'یہ صرف آزمائش ہے۔ یہاں کے نمبر کام کرتے ہیں۔',
  North: 'شمال (North)',
  'North East': 'شمال مشرق (North East)',
  Central: 'وسط (Central)',
  East: 'مشرق (East)',
  'South East': 'جنوب مشرق (South East)',
  'South West': 'جنوب مغرب (South West)',
  South: 'جنوب (South)',
};
