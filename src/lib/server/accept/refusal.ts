import type { Outcome, RefusalKind } from '../../protocol/push';

/** What a person reads beside a story that was refused; never a word of the story itself. */
const MESSAGES: Readonly<Record<RefusalKind, string>> = {
  not_understood: 'The server could not understand this story. It stays on this device.',
  hash_differs: 'This story was changed on its way. It stays on this device; it can be sent again.',
  other_content: 'A story with this number has already arrived with other content. The first one was kept.',
  wrong_programme: 'This story belongs to another collector. Open that collector’s link to send it.',
  no_consent: 'This story came without a yes to being kept. It stays on this device.',
  withdrawn: 'This story was taken back. It can be removed from this device.',
  limit_reached: 'This collector has all the stories it was made for. The story stays on this device.',
  too_large: 'This story is longer than the server can take. It stays on this device.',
};

export function refused(id: string, kind: RefusalKind, message: string = MESSAGES[kind]): Outcome {
  return { id, outcome: 'refused', reason: { kind, message } };
}
