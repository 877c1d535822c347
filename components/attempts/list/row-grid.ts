/** The columns that head and rows share: seven on wide screens, one less on middling ones, two lines of three on narrow ones. */
export const ROW_GRID =
  "grid items-center gap-x-3 px-4 max-md:content-center max-md:gap-y-1 grid-cols-[auto_minmax(0,1fr)_auto] md:grid-cols-[7rem_5.25rem_minmax(0,1.2fr)_minmax(0,1.6fr)_minmax(0,1fr)_5.5rem] lg:grid-cols-[7rem_5.25rem_minmax(0,1.2fr)_minmax(0,1.1fr)_minmax(0,1.5fr)_minmax(0,0.9fr)_5.5rem]";

/** The same with columns that were chosen, on screens that are wide enough for columns. */
export const CHOSEN_GRID = "grid items-center gap-x-3 px-4 grid-cols-(--columns)";

export const CELL = "min-w-0 truncate";

/** All rows are equally high, or their places could not be reckoned: h-8 on wide screens, h-16 on narrow ones. */
export const ROW_LOOKS = "h-16 border-b border-line has-focus-visible:bg-accent-soft md:h-8";
export const WIDE_ROW_REM = 2;
export const NARROW_ROW_REM = 4;
