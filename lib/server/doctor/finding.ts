/** One thing that was looked at. */
export interface Finding {
  readonly check:
    | "node"
    | "data-folder"
    | "disk"
    | "clock"
    | "region"
    | "credentials"
    | "role"
    | "permission"
    | "log-type"
    | "log-class"
    | "trail"
    | "kubernetes";
  /** What it is of: a folder, `111122223333 eu-west-1 prod`. */
  readonly subject: string;
  readonly ok: boolean;
  /** What was found, in one line. */
  readonly message: string;
  /** What to do, when it is not well. */
  readonly remedy: string | null;
  /** The IAM action that was tried. */
  readonly permission: string | null;
  /** What to add to the policy of `attachTo`, when that action is not allowed. */
  readonly missing: { readonly attachTo: string; readonly statement: object } | null;
}

type Rest = Partial<Pick<Finding, "permission" | "missing">>;

export function well(check: Finding["check"], subject: string, message: string, rest: Rest = {}): Finding {
  return { check, subject, ok: true, message, remedy: null, permission: null, missing: null, ...rest };
}

export function unwell(
  check: Finding["check"],
  subject: string,
  words: { readonly message: string; readonly remedy: string },
  rest: Rest = {},
): Finding {
  return { check, subject, ok: false, ...words, permission: null, missing: null, ...rest };
}
