/** A browser's bars that come and go take less than this, and must not make a drawing breathe. CSS px. */
const BARS = 120;

/**
 * How much height there is from the top of an element down to the bar with the ways on, with nothing scrolled: what is
 * drawn there can be seen whole. Measured when the element comes, when letters come or change, and when the window does.
 */
export class HeightLeft {
  /** CSS px; null until there is an element to measure. */
  #left: number | null = $state(null);
  #window = 0;

  get px(): number | null {
    return this.#left;
  }

  /** For `{@attach}`: the element whose top counts. */
  readonly at = (element: HTMLElement): (() => void) => {
    const measure = () => {
      this.#window = window.innerHeight;
      this.#left = this.#window - topOf(element) - barHeight();
    };
    const resized = () => {
      if (Math.abs(window.innerHeight - this.#window) > BARS) measure();
    };
    // What stands above: another size of the words, another width of the page.
    const above = new ResizeObserver(() => requestAnimationFrame(measure));
    for (const one of standingAbove(element)) above.observe(one);
    addEventListener('resize', resized);
    measure();
    return () => {
      above.disconnect();
      removeEventListener('resize', resized);
    };
  };
}

/** Tells the height of an element, CSS px: at once, and a frame after it has changed, for what it changes may change it. */
export function heightOf(tell: (height: number) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const measure = () => tell(element.clientHeight);
    const own = new ResizeObserver(() => requestAnimationFrame(measure));
    own.observe(element);
    measure();
    return () => own.disconnect();
  };
}

/** In the page as it lies unscrolled and at rest: a turning leaf moves what is drawn, not where it belongs. */
function topOf(element: HTMLElement): number {
  let top = 0;
  for (let one: Element | null = element; one instanceof HTMLElement; one = one.offsetParent) top += one.offsetTop;
  return top;
}

function barHeight(): number {
  const bar = document.querySelector('main ~ nav');
  return bar !== null && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().height : 0;
}

function* standingAbove(element: HTMLElement): Generator<Element> {
  for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement)
    for (let before = one.previousElementSibling; before !== null; before = before.previousElementSibling) yield before;
}
