import type { FileAnswer, FileRefusal } from '../../protocol/media';
import { PROBLEM_STATUS, type Problem, type ProblemKind } from '../../protocol/problem';
import { PROTOCOL_VERSION } from '../../protocol/version';
import { problemMessage } from '../problem';

/** What a person reads beside a file that was refused; never a word of what it holds. */
const MESSAGES: Readonly<Record<FileRefusal, string>> = {
  hash_differs: 'This file was changed on its way. It stays on this device; it can be sent again.',
  wrong_type: 'This is not a file of a kind that can be taken. It stays on this device.',
  has_metadata:
    'This file says more than can be heard or seen in it, such as where it was made. It stays on this device.',
  not_readable: 'The server could not read this file. It stays on this device.',
  too_large: 'This file is larger than the server can take. It stays on this device.',
};

const REFUSED_STATUS = 422;

/** The way in which the tus server is told what to answer: its hooks return or throw it, with fields of these names. */
export class Answered extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, body: unknown) {
    super('answered');
    this.status_code = status;
    this.body = JSON.stringify(body);
  }
}

export function refusedFile(epoch: string, sha256: string, kind: FileRefusal): Answered {
  const reason = { kind, message: MESSAGES[kind] };
  const answer: FileAnswer = { protocol: PROTOCOL_VERSION, epoch, sha256, outcome: 'refused', reason };
  return new Answered(REFUSED_STATUS, answer);
}

export function takenFile(epoch: string, sha256: string, outcome: 'stored' | 'already'): Answered {
  const answer: FileAnswer = { protocol: PROTOCOL_VERSION, epoch, sha256, outcome };
  return new Answered(200, answer);
}

/** @param status where the tus protocol gives a status a meaning of its own */
export function uploadProblem(kind: ProblemKind, retryAfterSeconds?: number, status = PROBLEM_STATUS[kind]): Answered {
  const body: Problem = {
    kind,
    message: problemMessage(kind),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterSeconds) }),
  };
  return new Answered(status, body);
}
