import type { Translated } from '../catalogue';
import type { fault as english } from '../en/fault';

/** Draft. See `tell.ts`. */
export const fault: Translated<typeof english> = {
  home: 'Bogga hore',
  not_found: 'Halkan waxba ma jiraan',
  not_found_words: 'Cinwaanku waa khaldanaan karaa, ama wuxuu ka tirsan yahay barnaamij aadan door ku lahayn.',
  not_allowed: 'Doorarkaagu tan ma daboolaan',
  not_allowed_words: 'Barnaamijkan waad ka shaqaysaa, laakiin tan maya. Maamuluhu doorka ayuu ku siin karaa.',
  fault: 'Taasi ma shaqayn',
  fault_words: 'Wax baa server-ka ka khaldamay. Waxba kama lumin qalabkaaga. Xoogaa kaddib mar kale isku day.',
};
