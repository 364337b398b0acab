import { formText } from '../access/form-text';

/** Letters of a note, as its field allows them. */
const LIMIT = 2000;

/** The note of a posted form. A form sends two letters for each line break, of which the field has counted one. */
export function noteText(form: FormData): string {
  return formText(form, 'note').replaceAll('\r\n', '\n').slice(0, LIMIT);
}
