/** Name of the performance mark set when a selection has been painted; its detail is the number of selected stories. */
export const PAINTED = 'sheaf:painted';

/**
 * Called while a frame is being made (in `requestAnimationFrame`): marks the moment at which that frame has been laid
 * out and painted, because a message is delivered only after the frame's own work. Only the newest mark is kept. For
 * `npm run bench -- wall`.
 */
export function markPainted(n: number): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    performance.clearMarks(PAINTED);
    performance.mark(PAINTED, { detail: n });
  };
  port2.postMessage(null);
}
