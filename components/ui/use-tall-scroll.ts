import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import {
  followScroll,
  isJump,
  offsetAt,
  type ScrollPlace,
  settleScroll,
  toScrollScale,
  yAt,
} from "./scroll-scale";
import { usePageTop } from "./use-page-top";
import { useViewHeight } from "./use-view-height";

const REST_MS = 150;

export interface TallScroll {
  /** Height to give the box. px */
  readonly boxHeight: number;
  /** How far the top of the view lies below the top of the rows. px */
  readonly offset: number;
  /** What to add to a row's own place to get its place in the box. px */
  readonly shift: number;
  readonly viewHeight: number;
  /** false while the thumb is on its way: what it passes is not worth fetching. */
  readonly calm: boolean;
  /** Brings another offset to the top of the view, told from the one that is there now. */
  readonly moveTo: (to: (offset: number) => number) => void;
}

interface State {
  readonly place: ScrollPlace;
  readonly calm: boolean;
}

const START: State = { place: { y: 0, offset: 0 }, calm: true };

/** Scrolls the page through rows of any number; see scroll-scale. `box` is the element that stands for all of them. */
export function useTallScroll(box: RefObject<HTMLElement | null>, rowsHeight: number): TallScroll {
  const scale = useMemo(() => toScrollScale(rowsHeight), [rowsHeight]);
  const [state, setState] = useState(START);
  const latest = useRef(state);
  const change = useCallback((part: Partial<State>) => {
    latest.current = { ...latest.current, ...part };
    setState(latest.current);
  }, []);
  const top = useRef(0);
  const viewHeight = useViewHeight();
  const show = useCallback(
    (place: ScrollPlace) => change({ place: putScrollBar(scale, place, top.current) }),
    [scale, change],
  );
  const onTop = useCallback(
    (now: number) => {
      const { place } = latest.current;
      top.current = now;
      // What stands above the rows has grown: out of sight that moves nothing, in sight it pushes them down.
      if (place.y > 0) show(settleScroll(scale, place));
      else change({ place: toPlace(scale, window.scrollY - now) });
    },
    [scale, show, change],
  );
  usePageTop(box, onTop);
  const follow = useCallback(() => {
    const { place, calm } = latest.current;
    const y = window.scrollY - top.current;
    const next = followScroll(scale, place, y, viewHeight);
    if (next.y === y) change({ place: next, calm: calm && !isJump(scale, y - place.y, viewHeight) });
    else show(next);
  }, [scale, viewHeight, show, change]);
  const rest = useCallback(() => {
    show(settleScroll(scale, latest.current.place));
    change({ calm: true });
  }, [scale, show, change]);
  useScrolling(latest, follow, rest);
  const moveTo = useCallback(
    (to: (offset: number) => number) => {
      // The browser tells of scrolling a frame late; a key may come first.
      follow();
      const { place } = latest.current;
      const offset = to(place.offset);
      const step = offset - place.offset;
      if (step === 0) return;
      show({ y: isJump(scale, step, viewHeight) ? yAt(scale, offset) : place.y + step, offset });
    },
    [scale, viewHeight, follow, show],
  );
  const { place, calm } = state;
  const { y, offset } = place;
  return { boxHeight: scale.boxHeight, offset, shift: y - offset, viewHeight, calm, moveTo };
}

/** Follows while the page is scrolled; rests once it has stood still, also where it was not calm before. */
function useScrolling(latest: RefObject<State>, follow: () => void, rest: () => void): void {
  useEffect(() => {
    let timer = latest.current.calm ? undefined : setTimeout(rest, REST_MS);
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
      // Drawn before the browser paints, or the thumb would run ahead of the rows.
      flushSync(follow);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", onScroll);
    };
  }, [latest, follow, rest]);
}

type Scale = ReturnType<typeof toScrollScale>;

function toPlace(scale: Scale, y: number): ScrollPlace {
  return { y, offset: offsetAt(scale, y) };
}

/** Scrolls the page to a place. The page may end before it: then the place is another. */
function putScrollBar(scale: Scale, { y, offset }: ScrollPlace, top: number): ScrollPlace {
  if (Math.abs(window.scrollY - top - y) >= 0.5) window.scrollTo({ top: top + y, behavior: "instant" });
  const now = window.scrollY - top;
  return Math.abs(now - y) <= 1 ? { y: now, offset } : toPlace(scale, now);
}
