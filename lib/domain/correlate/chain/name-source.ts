/** Where the name of an origin was read. */
export const NAME_SOURCES = [
  "directory-file",
  "identity-store",
  "iam-user",
  "saml-subject",
  "web-identity-subject",
  "sign-in",
  "identity-center-session",
  "pod-tags",
  "session-name",
  "source-identity",
  "service",
  "account",
  "kubernetes-username",
] as const;
export type NameSource = (typeof NAME_SOURCES)[number];
