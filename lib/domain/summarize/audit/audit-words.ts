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
  started: "Gatebook started",
} as const;

/** A deed that this version does not know is said by its name. */
export function tellDeed(deed: string): string {
  return isDeed(deed) ? DEED_WORDS[deed] : deed;
}

export function isDeed(deed: string): deed is keyof typeof DEED_WORDS {
  return Object.hasOwn(DEED_WORDS, deed);
}
