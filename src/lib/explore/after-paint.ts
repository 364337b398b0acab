/** Name of the performance mark set when a selection has been painted; its detail is the number of selected stories. */
export const PAINTED = 'sheaf:painted';

/**
 * Does something once the frame that shows what was changed just now has been laid out and painted: a message sent
 * while a frame is being made is delivered only after the frame's own work.
 */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(null);
  });
}

/** For `npm run bench -- wall`; only the newest mark is kept. */
export function markPainted(n: number): void {
  performance.clearMarks(PAINTED);
  performance.mark(PAINTED, { detail: n });
}
