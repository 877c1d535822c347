/** Narrow screens leave these columns out; what matters of them stands elsewhere in the row there. */
export const WIDE_ONLY = "max-md:hidden";
export const WIDEST_ONLY = "max-xl:hidden";
