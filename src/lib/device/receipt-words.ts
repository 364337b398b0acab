import { RECEIPT_LIST_LENGTH } from '../domain/story/receipt';

/** Not in the JavaScript: fetched when a story is begun, and kept by the service worker for later. */
export const RECEIPT_LIST_URL = '/words/receipt-en.txt';

export type ReceiptList = { kind: 'list'; words: readonly string[] } | { kind: 'not_loaded'; cause: unknown };

/** A list is whole or not used: a captive portal's page must not become words on a receipt. */
export function readReceiptList(text: string): ReceiptList {
  const words = text.split('\n').filter((line) => line !== '');
  if (words.length !== RECEIPT_LIST_LENGTH || !words.every((word) => /^[a-z]{3,8}$/.test(word))) {
    return {
      kind: 'not_loaded',
      cause: new Error(`${RECEIPT_LIST_URL} is not a list of ${RECEIPT_LIST_LENGTH} words`),
    };
  }
  return { kind: 'list', words };
}

export async function loadReceiptList(fetcher: typeof fetch = fetch): Promise<ReceiptList> {
  try {
    const response = await fetcher(RECEIPT_LIST_URL);
    if (!response.ok)
      return { kind: 'not_loaded', cause: new Error(`${RECEIPT_LIST_URL} answered ${response.status}`) };
    return readReceiptList(await response.text());
  } catch (cause) {
    return { kind: 'not_loaded', cause };
  }
}
