import { useState } from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { NARROW_ROW_REM, WIDE_ROW_REM } from "./row-grid";

/** px */
export interface RowMeasures {
  readonly rowHeight: number;
  /** What covers the top of the view: the toolbar and the head. */
  readonly inset: number;
  /** What covers its bottom: the bar that says where one is. */
  readonly footer: number;
}

const TOOLBAR_AND_HEAD_REM = 4.5;
const BAR_REM = 2;

/** In the browser only: whoever wants larger letters gets higher rows. */
export function useRowMeasures(): RowMeasures {
  const narrow = useMediaQuery("(width < 48rem)");
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  return {
    rowHeight: (narrow ? NARROW_ROW_REM : WIDE_ROW_REM) * rem,
    // The head's line comes on top.
    inset: narrow ? 0 : TOOLBAR_AND_HEAD_REM * rem + 1,
    footer: BAR_REM * rem,
  };
}
