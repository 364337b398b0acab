import './marks.css';

/** Marks what is being read aloud, without touching the elements it is in: those are Svelte's. */
export interface Painter {
  /** @param boxes elements whose words cannot be marked: framed whole */
  sentence(ranges: readonly Range[], boxes: readonly Element[]): void;
  word(range: Range | null): void;
  clear(): void;
}

/** By the CSS Custom Highlight API where the browser has it, else by lines laid over the page. */
export function painterFor(root: Document): Painter {
  const frames = overlay(root);
  return 'highlights' in CSS ? highlights(frames) : frames;
}

const SENTENCE = 'sheaf-sentence';
const WORD = 'sheaf-word';

function highlights(frames: Painter): Painter {
  return {
    sentence(ranges, boxes) {
      CSS.highlights.delete(WORD);
      CSS.highlights.set(SENTENCE, new Highlight(...ranges));
      frames.sentence([], boxes);
    },
    word(range) {
      if (range === null) return void CSS.highlights.delete(WORD);
      const word = new Highlight(range);
      word.priority = 1;
      CSS.highlights.set(WORD, word);
    },
    clear() {
      CSS.highlights.delete(SENTENCE);
      CSS.highlights.delete(WORD);
      frames.clear();
    },
  };
}

/** Lines under the words, in a layer of their own at the end of the page. Drawn anew when the page changes its shape. */
export function overlay(root: Document): Painter {
  const layer = root.createElement('div');
  layer.className = 'sheaf-reading-marks';
  layer.ariaHidden = 'true';
  let sentence: (Range | Element)[] = [];
  let word: Range | null = null;

  const draw = () => {
    layer.replaceChildren(
      ...sentence.flatMap((marked) => marksOf(marked, marked instanceof Element ? 'framed' : 'sentence')),
      ...(word === null ? [] : marksOf(word, 'word')),
    );
    const some = sentence.length > 0;
    if (some && !layer.isConnected) {
      root.body.append(layer);
      window.addEventListener('resize', draw);
    }
    if (!some && layer.isConnected) {
      layer.remove();
      window.removeEventListener('resize', draw);
    }
  };
  const marksOf = (marked: Range | Element, look: string) =>
    [...marked.getClientRects()].map(({ left, top, width, height }) => {
      const mark = root.createElement('i');
      mark.className = look;
      Object.assign(mark.style, {
        left: `${left + window.scrollX}px`,
        top: `${top + window.scrollY}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      return mark;
    });
  return {
    sentence(ranges, boxes) {
      sentence = [...ranges, ...boxes];
      word = null;
      draw();
    },
    word(range) {
      word = range;
      draw();
    },
    clear() {
      sentence = [];
      word = null;
      draw();
    },
  };
}
