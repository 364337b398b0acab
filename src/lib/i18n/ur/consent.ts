import type { Translated } from '../catalogue';
import type { consent as english } from '../en/consent';

/** Draft. See `tell.ts`. */
export const consent: Translated<typeof english> = {
  help_first: 'کیا آپ کو مدد چاہیے؟ ”{help}“ کو چھوئیں۔ پہلے یہ صفحہ پورا کرنا ضروری نہیں۔',
};
