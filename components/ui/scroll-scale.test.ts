import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  followScroll,
  isJump,
  offsetAt,
  type ScrollPlace,
  settleScroll,
  toScrollScale,
  yAt,
} from "./scroll-scale";

const VIEW = 900;
const scales = fc.integer({ min: 0, max: 20_000_000 }).map((rows) => toScrollScale(rows * 32));
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe("the scale", () => {
  test("is one to one while a browser can show the rows", () => {
    const scale = toScrollScale(100_000 * 32);
    expect(scale.boxHeight).toBe(scale.rowsHeight);
    for (const y of [-300, 0, 1_234_567, scale.boxHeight]) {
      expect(offsetAt(scale, y)).toBeCloseTo(y, 3);
      expect(yAt(scale, y)).toBe(y);
    }
  });

  test("leads from the first row to the last, never back, and there and back again", () => {
    fc.assert(
      fc.property(scales, shares, shares, (scale, one, other) => {
        expect(scale.boxHeight).toBeLessThanOrEqual(8_000_000);
        expect(offsetAt(scale, 0)).toBe(0);
        expect(offsetAt(scale, scale.boxHeight)).toBeCloseTo(scale.rowsHeight, 3);
        const [near = 0, far = 0] = [one, other]
          .sort((a, b) => a - b)
          .map((share) => share * scale.boxHeight);
        expect(offsetAt(scale, near)).toBeLessThanOrEqual(offsetAt(scale, far) + 0.001);
        expect(yAt(scale, offsetAt(scale, near))).toBeCloseTo(near, 3);
      }),
    );
  });
});

describe("scrolling", () => {
  test("the thumb in the middle shows the middle of ten million rows", () => {
    const scale = toScrollScale(10_000_000 * 32);
    const { offset } = followScroll(scale, { y: 0, offset: 0 }, scale.boxHeight / 2, VIEW);
    expect(offset / 32).toBeCloseTo(5_000_000, 0);
  });

  test("a small step moves the rows by as much, wherever one is", () => {
    fc.assert(
      fc.property(scales, shares, fc.integer({ min: -VIEW, max: VIEW }), (scale, share, step) => {
        const place = toPlace(scale, share);
        const next = followScroll(scale, place, place.y + step, VIEW);
        expect(next.offset - place.offset).toBeCloseTo(step, 3);
      }),
    );
  });

  test("with small steps alone one reaches both ends, and rows and box end together", () => {
    const scale = toScrollScale(600_000 * 32);
    for (const direction of [-1, 1]) {
      let place = toPlace(scale, direction < 0 ? 0.01 : 0.99);
      for (let i = 0; i < 2_000; i++) {
        place = scrollBy(scale, place, direction * VIEW);
        if (i % 7 === 0) place = settleScroll(scale, place);
      }
      expect(place.y).toBe(direction < 0 ? 0 : scale.boxHeight - VIEW);
      expect(place.offset).toBeCloseTo(direction < 0 ? 0 : scale.rowsHeight - VIEW, 3);
    }
  });

  test("however one scrolls, the rows never leave the view, and settling moves none of them", () => {
    const steps = fc.array(
      fc.oneof(fc.integer({ min: -1_800, max: 1_800 }), fc.integer({ min: -8e6, max: 8e6 })),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(scales, shares, steps, (scale, share, moves) => {
        let place = toPlace(scale, share);
        for (const step of moves) {
          place = scrollBy(scale, place, step);
          expect(place.offset).toBeGreaterThan(-0.01);
          expect(place.offset).toBeLessThan(Math.max(0, scale.rowsHeight - VIEW) + 0.01);
          const settled = settleScroll(scale, place);
          expect(settled.offset).toBe(place.offset);
          expect(Math.abs(offsetAt(scale, settled.y) - settled.offset)).toBeLessThan(
            1 + scale.rowsHeight / 8_000_000,
          );
        }
      }),
    );
  });

  test("a page by key is a step, a pixel of the thumb a jump", () => {
    const scale = toScrollScale(1_000_000 * 32);
    for (const view of [450, 900, 2_000]) {
      expect(isJump(scale, view * 0.9, view)).toBe(false);
      expect(isJump(scale, scale.boxHeight / view, view)).toBe(true);
    }
  });
});

type Scale = ReturnType<typeof toScrollScale>;

function toPlace(scale: Scale, share: number): ScrollPlace {
  const y = share * Math.max(0, scale.boxHeight - VIEW);
  return { y, offset: offsetAt(scale, y) };
}

/** As a browser does it: no further than the box goes. */
function scrollBy(scale: Scale, place: ScrollPlace, step: number): ScrollPlace {
  const last = Math.max(0, scale.boxHeight - VIEW);
  return followScroll(scale, place, Math.min(last, Math.max(0, place.y + step)), VIEW);
}
