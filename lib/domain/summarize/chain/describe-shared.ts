import type { OtherHolder, SharedUsername } from "./shared-username";

/** What it means that others came as the same username. */
export function describeShared({ cluster, username, total, others }: SharedUsername): string {
  const who = total === 1 ? "One other" : `${total} others`;
  const isAlike = others.some(({ reason }) => reason === "rendered-alike");
  const why = isAlike ? ` ${RENDERED_ALIKE}` : "";
  return `${who} came to ${cluster} as ${username}, so the username alone does not tell who did something there.${why}`;
}

const RENDERED_ALIKE =
  "Two session names make one username where they differ by @ and - only: the mapping's {{SessionName}} turns each @ to -.";

/** What another is called: by the chain, else by the session's name, else by the IAM principal. */
export function nameOther({ name, sessionName, canonicalArn }: OtherHolder): string {
  return name ?? sessionName ?? canonicalArn ?? "not known";
}
