import type { Span } from '../../ui/reading/sentences';

/** Some characters of a passage, as they lie in one text node. */
interface Run {
  /** Place in the passage's text. */
  readonly at: number;
  readonly length: number;
  readonly node: Text;
  readonly offset: number;
}

/** Words that belong together on a screen: a heading, a paragraph, a label. */
export interface Passage {
  /** White space collapsed, as it is seen. */
  readonly text: string;
  /** Where its characters are; none for what somebody typed into a field. */
  readonly runs: readonly Run[];
  /** Framed where words cannot be marked. */
  readonly box: Element;
  /** BCP 47. */
  readonly lang: string;
  /** Said behind it: that it is chosen. */
  after: string | null;
}

/** Builds a passage node by node. */
export class PassageMaker {
  #text = '';
  #runs: Run[] = [];

  get empty(): boolean {
    return this.#text.trim() === '';
  }

  add(node: Text): void {
    for (const match of node.data.matchAll(/\s+|\S+/g)) {
      const [word] = match;
      const space = /^\s/.test(word);
      if (space && (this.#text === '' || this.#text.endsWith(' '))) continue;
      this.#runs.push({ at: this.#text.length, length: space ? 1 : word.length, node, offset: match.index });
      this.#text += space ? ' ' : word;
    }
  }

  take(box: Element, lang: string): Passage {
    const made = { text: this.#text.trimEnd(), runs: this.#runs, box, lang, after: null };
    this.#text = '';
    this.#runs = [];
    return made;
  }
}

/** Where a part of a passage is on the page; null when its words cannot be marked, or are gone. */
export function rangeOf({ runs, box }: Passage, { from, to }: Span): Range | null {
  const first = runs.find((run) => run.at <= from && from < run.at + run.length);
  const last = runs.find((run) => run.at < to && to <= run.at + run.length);
  if (first === undefined || last === undefined || !first.node.isConnected || !last.node.isConnected) return null;
  const range = box.ownerDocument.createRange();
  const [start, end] = [first.offset + from - first.at, last.offset + to - last.at];
  if (start > first.node.length || end > last.node.length) return null;
  range.setStart(first.node, start);
  range.setEnd(last.node, end);
  return range;
}
