/** Words on a receipt; with a list of 2,048 words they hold 44 bits within one collector. */
export const RECEIPT_WORD_COUNT = 4;
export const RECEIPT_LIST_LENGTH = 2048;
