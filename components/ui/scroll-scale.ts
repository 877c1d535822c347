/**
 * Rows that are higher than a browser lets an element be (17 million px in Firefox, 33 in Chromium, less on screens
 * with small pixels) stand in a box that is not: the box is what the scroll bar measures.
 */
export interface ScrollScale {
  readonly boxHeight: number;
  readonly rowsHeight: number;
}

/** How far the top of the view lies below the top of the box, and below that of the rows; px, negative above them. */
export interface ScrollPlace {
  readonly y: number;
  readonly offset: number;
}

const TALLEST = 8_000_000;
/** So near to an end box and rows move as one, so that both ends can be reached. */
const EDGE = 20_000;
/** So near to an end the two may not have drifted apart. */
const GUARD = EDGE / 2;

export function toScrollScale(rowsHeight: number): ScrollScale {
  return { rowsHeight, boxHeight: Math.min(rowsHeight, TALLEST) };
}

/** What the scroll bar's place means: one to one near the ends, stretched in between. */
export function offsetAt({ boxHeight, rowsHeight }: ScrollScale, y: number): number {
  if (y <= EDGE) return y;
  if (y >= boxHeight - EDGE) return rowsHeight - (boxHeight - y);
  return EDGE + ((y - EDGE) * (rowsHeight - 2 * EDGE)) / (boxHeight - 2 * EDGE);
}

/** The inverse of offsetAt. */
export function yAt({ boxHeight, rowsHeight }: ScrollScale, offset: number): number {
  if (boxHeight === rowsHeight) return offset;
  return offsetAt({ boxHeight: rowsHeight, rowsHeight: boxHeight }, offset);
}

/** Whether a step of the scroll bar is one of its thumb, and not of the wheel, a finger or a key. */
export function isJump({ boxHeight }: ScrollScale, step: number, viewHeight: number): boolean {
  const thumbPixel = boxHeight / Math.max(1, viewHeight);
  return Math.abs(step) > Math.max(viewHeight, Math.min(2 * viewHeight, thumbPixel / 2));
}

/**
 * Where the rows stand after the box was scrolled to `y`. A jump goes where the scroll bar points; a small step moves
 * the rows by as much, so that one can read on row by row. The result's `y` may be another than the one given: then
 * the box must be scrolled there.
 */
export function followScroll(
  scale: ScrollScale,
  place: ScrollPlace,
  y: number,
  viewHeight: number,
): ScrollPlace {
  const step = y - place.y;
  if (isJump(scale, step, viewHeight)) return { y, offset: offsetAt(scale, y) };
  const moved = { y, offset: place.offset + step };
  return isNearEnd(scale, moved) ? settleScroll(scale, moved) : moved;
}

/** The same rows, with the scroll bar where it belongs. */
export function settleScroll(scale: ScrollScale, { y, offset }: ScrollPlace): ScrollPlace {
  const settled = yAt(scale, offset);
  return { y: Math.abs(settled - y) < 1 ? y : settled, offset };
}

function isNearEnd({ boxHeight, rowsHeight }: ScrollScale, { y, offset }: ScrollPlace): boolean {
  return Math.min(y, offset, boxHeight - y, rowsHeight - offset) < GUARD;
}
