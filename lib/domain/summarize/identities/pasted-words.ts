import type { SecretKind } from "../../parse/pasted/find-secret";
import type { Pasted } from "../../parse/pasted/what-is-pasted";

const SECRETS: Readonly<Record<SecretKind, string>> = {
  token: "a token that opens clusters for 15 minutes",
  "web-token": "a web identity token",
  "signed-url": "a signed AWS request",
  "secret-key": "a secret access key",
  "session-token": "the session token of credentials",
};

/** Why nothing can be looked up for a text; null = something can. Never repeats the text. */
export function whyNotLookedUp(pasted: Pasted): string | null {
  switch (pasted.what) {
    case "reading":
      return null;
    case "secret":
      return `This holds ${SECRETS[pasted.secret]}. It was not sent or kept anywhere. If others saw it, revoke it. Give a name, an ARN or a key id instead; a role by its name as role/NAME.`;
    case "nothing":
      return "Give a name, an ARN, an id or a log line.";
    case "too-long":
      return "This is longer than 256 KiB. Give one line or record.";
    case "nameless":
      return "This message names nobody: the token was turned away. Look among the denied attempts around its time.";
    default:
      return "Nothing in this text looks like a name, an ARN, an id or a log line.";
  }
}
