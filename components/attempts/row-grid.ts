/** The columns that head and rows share: six on wide screens, two lines of three on narrow ones. */
export const ROW_GRID =
  "grid items-center gap-x-3 px-4 max-md:content-center max-md:gap-y-1 grid-cols-[auto_minmax(0,1fr)_auto] md:grid-cols-[7rem_5.25rem_minmax(0,1.2fr)_minmax(0,1.6fr)_minmax(0,1fr)_5.5rem]";

export const CELL = "min-w-0 truncate";
