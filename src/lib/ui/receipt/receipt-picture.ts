import { drawQr } from './qr';
import { drawSheaf, type Tone } from './sheaf-drawing';

export interface ReceiptPicture {
  readonly heading: string;
  readonly words: readonly string[];
  readonly codeLabel: string;
  readonly code: string;
  readonly addressLabel: string;
  /** Where the words are asked for, for whoever does not scan. */
  readonly address: string;
  /** What the QR says. */
  readonly qr: string;
}

const WIDTH = 900;
const HEIGHT = 1210;
/** Always the light paper: a picture is looked at and printed anywhere. */
const COLOURS: Readonly<Record<Tone | 'ground' | 'leaf' | 'ink-2', string>> = {
  ground: '#ecefe7',
  leaf: '#fbfcf7',
  ink: '#12272a',
  'ink-2': '#3a4f50',
  line: '#71827f',
  stalk: '#4c7566',
  berry: '#b8360f',
};
const FACE = '"Atkinson Hyperlegible", system-ui, sans-serif';

/** The receipt as a PNG, drawn on the device. Null where the browser cannot make one. */
export async function receiptPicture(receipt: ReceiptPicture): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  await Promise.all([document.fonts.load(`700 60px ${FACE}`), document.fonts.load(`400 40px ${FACE}`)]);
  drawPaper(pen);
  drawHead(pen, receipt.heading);
  drawWords(pen, receipt.words);
  drawCode(pen, receipt);
  drawAddress(pen, receipt);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function drawPaper(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = COLOURS.ground;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = COLOURS.leaf;
  pen.beginPath();
  pen.roundRect(40, 300, WIDTH - 80, HEIGHT - 340, [50, 50, 15, 15]);
  pen.fill();
}

function drawHead(pen: CanvasRenderingContext2D, heading: string): void {
  pen.save();
  pen.translate(40, 30);
  pen.scale(1.25, 1.25);
  pen.lineCap = 'round';
  const { stalks, tie } = drawSheaf();
  for (const { path, width, tone, opacity, head } of stalks) {
    pen.globalAlpha = opacity;
    stroke(pen, path, COLOURS[tone], width);
    pen.globalAlpha = 1;
    pen.fillStyle = COLOURS[head.tone];
    pen.beginPath();
    pen.arc(head.x, head.y, head.r, 0, 2 * Math.PI);
    pen.fill();
  }
  for (const band of tie) stroke(pen, band, COLOURS.berry, 6);
  pen.restore();
  write(pen, heading, 320, 180, `700 52px ${FACE}`, COLOURS.ink);
}

function drawWords(pen: CanvasRenderingContext2D, words: readonly string[]): void {
  words.forEach((word, index) => {
    const x = 90 + (index % 2) * 380;
    const y = 420 + Math.floor(index / 2) * 130;
    write(pen, String(index + 1), x, y, `400 34px ${FACE}`, COLOURS['ink-2']);
    write(pen, word, x + 40, y, `700 66px ${FACE}`, COLOURS.ink);
    stroke(pen, `M${x} ${y + 28}h340`, COLOURS.ink, 5);
  });
}

function drawCode(pen: CanvasRenderingContext2D, { codeLabel, code, qr }: ReceiptPicture): void {
  const { size, path } = drawQr(qr);
  const side = 380;
  pen.save();
  pen.translate(90, 640);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.scale(side / size, side / size);
  pen.fillStyle = '#000';
  pen.fill(new Path2D(path));
  pen.restore();
  write(pen, codeLabel, 520, 740, `400 40px ${FACE}`, COLOURS['ink-2']);
  write(pen, code, 520, 820, `700 66px ${FACE}`, COLOURS.ink);
}

/** As large as a long name of a server allows; squeezed only where it would leave the paper all the same. */
function drawAddress(pen: CanvasRenderingContext2D, { addressLabel, address }: ReceiptPicture): void {
  const room = WIDTH - 180;
  write(pen, addressLabel, 90, 1080, `400 34px ${FACE}`, COLOURS['ink-2']);
  pen.font = `700 46px ${FACE}`;
  const size = Math.max(28, Math.min(46, Math.floor((46 * room) / pen.measureText(address).width)));
  write(pen, address, 90, 1136, `700 ${size}px ${FACE}`, COLOURS.ink, room);
}

function stroke(pen: CanvasRenderingContext2D, path: string, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(new Path2D(path));
}

function write(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  room?: number,
): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, room);
}
