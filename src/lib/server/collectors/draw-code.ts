import { CODE_ALPHABET, CODE_LENGTH } from '../../domain/programme/collector-code';

/** Bytes that would favour some letters are drawn again. */
export function drawCode(random: (bytes: number) => Uint8Array): string {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  while (code.length < CODE_LENGTH) {
    for (const byte of random(CODE_LENGTH)) {
      if (byte < fair && code.length < CODE_LENGTH) code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
    }
  }
  return code;
}
