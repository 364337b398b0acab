/** Letters and digits that are not mistaken for one another when read out or printed: no 0 O 1 I L. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 6;

/** Without the schema library, so that a collector page can judge an address before it has loaded it. */
export const CODE_PATTERN = new RegExp(`^[${CODE_ALPHABET}]{5,8}$`);

/** What a person may type for a code: small letters, spaces and dashes are forgiven. Null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return CODE_PATTERN.test(code) ? code : null;
}
