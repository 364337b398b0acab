import type { Attachment } from 'svelte/attachments';

/** A pointer on its way over a drawing: where it is in the drawing's CSS pixels, and how far it has come at most. */
export interface HoldPoint {
  readonly x: number;
  readonly y: number;
  readonly travel: number;
  readonly touch: boolean;
}

export interface Hold {
  move(point: HoldPoint): void;
  /** The pointer was lifted: the only moment anything may be placed. */
  release(point: HoldPoint): void;
  /** Taken away by the system, by scrolling or by Escape: all stays as it was. */
  cancel(): void;
}

/**
 * Keeps one finger on an element from scrolling the page; two may still zoom it. For shapes inside an SVG, where
 * Chromium does not heed `touch-action`: seen in 156, a drag on the triad was taken away by scrolling.
 */
export const stillPage: Attachment<Element> = (element) => {
  const onTouch = (event: Event) => {
    if (event instanceof TouchEvent && event.touches.length === 1) event.preventDefault();
  };
  element.addEventListener('touchstart', onTouch, { passive: false });
  return () => element.removeEventListener('touchstart', onTouch);
};

/**
 * Follows one primary pointer from press to release over an element. `start` says what is held, or nothing, in which
 * case the press is left to the page. Pixels count from the box of `within` (the element itself by default).
 */
export function holdable(
  start: (point: HoldPoint, event: PointerEvent) => Hold | undefined,
  within: (element: Element) => Element = (element) => element,
): Attachment<Element> {
  return (element) => {
    let over: AbortController | undefined;
    const onDown = (event: Event) => {
      if (!(event instanceof PointerEvent) || !event.isPrimary || event.button !== 0) return;
      over?.abort();
      over = new AbortController();
      press(element, event, over);
    };
    element.addEventListener('pointerdown', onDown);
    return () => {
      over?.abort();
      element.removeEventListener('pointerdown', onDown);
    };
  };

  function press(element: Element, down: PointerEvent, over: AbortController) {
    let travel = 0;
    const pointOf = (event: PointerEvent): HoldPoint => {
      const box = within(element).getBoundingClientRect();
      travel = Math.max(travel, Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY));
      return { x: event.clientX - box.left, y: event.clientY - box.top, travel, touch: event.pointerType === 'touch' };
    };
    const hold = start(pointOf(down), down);
    if (hold === undefined) return;
    // Listening on the window rather than capturing: the element may be redrawn elsewhere while it is held.
    const mine = (event: PointerEvent) => event.pointerId === down.pointerId;
    const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(type, listener, { signal: over.signal });
    on('pointermove', (event) => mine(event) && hold.move(pointOf(event)));
    on('pointerup', (event) => {
      if (!mine(event)) return;
      over.abort();
      hold.release(pointOf(event));
    });
    on('pointercancel', (event) => {
      if (!mine(event)) return;
      over.abort();
      hold.cancel();
    });
    on('keydown', (event) => {
      if (event.key !== 'Escape') return;
      over.abort();
      hold.cancel();
    });
  }
}
