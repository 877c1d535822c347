/** The organisation's accounts, in the order in which teams move in. */
const ACCOUNTS: readonly [string, ...string[]] = ["111122223333", "444455556666", "777788889999"];
const REGIONS = ["eu-west-1", "us-east-2"] as const;
/** AWS's own account, where EKS's actors live. Its trail is not the customer's. */
export const EKS_ACCOUNT = "999988887777";
/** Of a vendor: nobody here reads its trails. */
export const VENDOR_ACCOUNT = "222233334444";
/** Where CloudTrail files what goes to the global endpoint of STS. */
export const GLOBAL_REGION = "us-east-1";

/** Where something lives; for an event, whose history shows it. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** Every trail that can have events. */
export const TRAILS: readonly Place[] = ACCOUNTS.flatMap((accountId) =>
  [...REGIONS, GLOBAL_REGION].map((region) => ({ accountId, region })),
);

/** Six teams fill every account and Region; the first lives in 111122223333, eu-west-1. */
export function homeOf(team: number): Place {
  return {
    accountId: ACCOUNTS[team % ACCOUNTS.length] ?? ACCOUNTS[0],
    region: REGIONS[Math.floor(team / ACCOUNTS.length) % REGIONS.length] ?? REGIONS[0],
  };
}

export function isOwnAccount(accountId: string): boolean {
  return ACCOUNTS.includes(accountId);
}

/** The account beside it, where a partner's pipeline lives. */
export function neighbourOf(accountId: string): string {
  const place = ACCOUNTS.indexOf(accountId);
  return ACCOUNTS[(place + 1) % ACCOUNTS.length] ?? ACCOUNTS[0];
}
