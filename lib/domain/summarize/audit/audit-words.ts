/** What was done, as it is said to people. The names are those of the log's lines. */
export const DEED_WORDS = {
  "sign-in": "Signed in",
  "sign-out": "Signed out",
  "sign-in-refused": "Was not let in",
  "access-refused": "Was refused",
  view: "Saw",
  export: "Exported",
  "views-changed": "Changed saved views",
  "share-created": "Shared",
  "share-opened": "Opened a share",
  "share-renewed": "Renewed a share",
  "share-revoked": "Revoked a share",
  "share-deleted": "Deleted a share",
  "incident-changed": "Changed an incident",
  "session-ended": "Ended a session",
  started: "Started",
} as const;

/** A deed that this version does not know is said by its name. */
export function tellDeed(deed: string): string {
  return isDeed(deed) ? DEED_WORDS[deed] : deed;
}

/** What it was done to, without the word that the deed has said. */
export function tellTarget(deed: string, target: string): string {
  return /^(share|incident)-/.test(deed) ? target.replace(/^(share|incident) /, "") : target;
}

/** What else is known of it. That something is not so goes without saying. */
export function tellFacts(deed: string, facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .filter(([name, value]) => name !== "question" && value !== false)
    .map(([name, value]) => tellFact(deed, name, value))
    .join(" · ");
}

function tellFact(deed: string, name: string, value: unknown): string {
  if (deed === "started" && name === "intact")
    return `the ${String(value)} lines before it are as they were written`;
  if (value === true) return name;
  return `${name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()} ${String(value)}`;
}

export function isDeed(deed: string): deed is keyof typeof DEED_WORDS {
  return Object.hasOwn(DEED_WORDS, deed);
}
