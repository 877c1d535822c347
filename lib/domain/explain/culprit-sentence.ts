import { readPrincipal, roleNameOf } from "../identity/principal";
import type { MarkAuthor, MarkPart } from "../parse/configuration-marks/configuration-mark";
import { formatMoment } from "../time/format-time";
import type { Culprit } from "./mapped/find-culprit";
import type { SentencePart } from "./sentence-part";

/** ` Until carol changed aws-auth at 10:40 UTC, the same caller came in as X.` Nothing where no change is to blame. */
export function culpritSentence(culprit: Culprit | null): SentencePart[] {
  if (culprit === null) return [];
  const { timeMs, isTimeKnown, change, before } = culprit;
  const by = change === null || change.by === null ? null : authorName(change.by);
  const what = change === null ? "its mapping" : PARTS[change.part];
  const when = `${isTimeKnown ? "at" : "by"} ${formatMoment(timeMs)} UTC`;
  return [
    { text: " Until " },
    ...(by === null
      ? [{ text: `${what} was changed ${when}` }]
      : [{ text: by, strong: true }, { text: ` changed ${what} ${when}` }]),
    { text: ", the same caller came in as " },
    { text: before.username === "" ? "nobody" : before.username, code: true },
    { text: "." },
  ];
}

const PARTS: Readonly<Record<MarkPart, string>> = {
  mode: "the authentication mode",
  mapper: "the authenticator's set-up",
  hidden: "the hidden entries",
  creator: "the cluster's creator",
  "aws-auth": "aws-auth",
  "access-entries": "the access entries",
  "access-file": "the access entries",
  "access-entry": "its access entry",
  "access-policy": "its access policies",
  rbac: "roles and bindings",
};

/** What to call whoever made a change: the session of a role, a user, else the Kubernetes username. */
export function authorName({ arn, username }: MarkAuthor): string {
  const principal = arn === null ? null : readPrincipal(arn);
  if (principal === null) return arn ?? username ?? "somebody unknown";
  const session = principal.sessionName ?? "";
  if (session === "") return principal.name;
  return session.includes("@") ? session : `${roleNameOf(principal.canonical)}/${session}`;
}
