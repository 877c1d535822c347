/** How a log shows that the mapping, and nothing before it, said no. */
export const NOT_MAPPED_LINE =
  "An `access denied` line with the caller's ARN: STS vouched for him, and no mapping let him in.";

/** The beginning of a proof that a configuration completes. */
export const NOT_MAPPED_TEXT =
  "An `access denied` line with the caller's ARN, which says that the identity is not mapped.";
