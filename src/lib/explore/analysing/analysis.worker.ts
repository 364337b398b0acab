import { createKernel } from '../../columns/create-kernel';
import { decodeSnapshot } from '../../columns/decode-snapshot';
import type { Kernel } from '../../columns/kernel';
import type { FromAnalysis, ToAnalysis } from './analysis-messages';
import { answerQuestion } from './answer-question';
import type { Question } from './questions';

/** Thin: it keeps the stories as columns, and hands each question to the function that answers it. */
let kernel: Kernel | null = null;

/** No more messages than a bar can show. */
const PROGRESS_MS = 100;

function post(message: FromAnalysis): void {
  self.postMessage(message);
}

function answer(ask: number, question: Question): void {
  if (kernel === null) return post({ kind: 'failed', ask, message: 'no stories were loaded' });
  let last = 0;
  try {
    const found = answerQuestion(kernel, question, {
      step(done, of) {
        const now = performance.now();
        if (now - last < PROGRESS_MS) return;
        last = now;
        post({ kind: 'progress', ask, done, of });
      },
      // The page ends the whole worker when an answer is not wanted any more.
      cancelled: () => false,
    });
    post({ kind: 'answered', ask, answer: found });
  } catch (error) {
    post({ kind: 'failed', ask, message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToAnalysis>) => {
  if (data.kind === 'load') kernel = createKernel(decodeSnapshot(data.bytes));
  else answer(data.ask, data.question);
});
