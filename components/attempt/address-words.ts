/** Whose the addresses in the records are. People take them for the person's, and they never are. */
export const AWS_ADDRESS = {
  client: "AWS's address, not the person's: the API server asks the authenticator on the same machine.",
  sts: "AWS's address, not the person's: the authenticator sends the caller's signed request to STS.",
  audit:
    "By the audit log, of whoever sent a request to the API server: the person's, or that of a proxy on the way.",
  person:
    "In neither of these two records. Look at the caller's own events in CloudTrail, or at the cluster's audit log.",
  chain:
    "In neither of these two records. From where the credentials were taken stands under “Who is behind it”.",
} as const;
