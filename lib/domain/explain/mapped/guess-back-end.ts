import type { Attempt } from "../../correlate/attempt";
import { defaultUsername } from "../mapping/default-username";
import { dashed } from "../mapping/session-name";

export const BACK_END_GUESSES = ["access-entry", "hidden"] as const;

/** Which kind of mapping decided, told from the log alone. */
export interface BackEndGuess {
  readonly kind: (typeof BACK_END_GUESSES)[number];
  /** A sentence. */
  readonly because: string;
}

/** null: nothing in the log speaks for one of them (facts: authenticator §6.6, §6.7). */
export function guessBackEnd({ caller, kubernetes, class: kind }: Attempt): BackEndGuess | null {
  if (kubernetes === null || caller?.canonicalArn == null) return null;
  const { username } = kubernetes;
  if (kind === "aws" && username.startsWith("eks:"))
    return {
      kind: "hidden",
      because: "EKS gives its own roles this username, in a file that nobody can see.",
    };
  const template = defaultUsername("STANDARD", caller.canonicalArn);
  const session = dashed(caller.sessionName ?? "");
  if (template === null || template.replaceAll("{{SessionName}}", session) !== username) return null;
  return {
    kind: "access-entry",
    because:
      "EKS gives this username to an access entry that names none; aws-auth could be made to imitate it.",
  };
}
