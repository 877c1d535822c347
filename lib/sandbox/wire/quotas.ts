type ByRegion = Readonly<Record<string, number>>;

const SLOW_FILTER = ["ap-northeast-3", "ap-southeast-3", "ca-west-1", "eu-central-1", "il-central-1"];
const SLOW_GET = [...SLOW_FILTER, "us-west-2", "eu-west-1"];

/** Requests a second per account and Region (facts: AWS §1.1, §2.2); `*` = every other Region. */
const QUOTAS: Readonly<Record<string, ByRegion>> = {
  "cloudtrail:LookupEvents": { "*": 2 },
  "logs:FilterLogEvents": { "*": 10, "us-east-1": 25, ...each(SLOW_FILTER, 5) },
  "logs:GetLogEvents": { "*": 25, "eu-west-3": 30, ...each(SLOW_GET, 10) },
  "logs:StartQuery": { "*": 10 },
  "logs:GetQueryResults": { "*": 10 },
  "logs:DescribeLogStreams": { "*": 25 },
  "logs:DescribeLogGroups": { "*": 10 },
  "identitystore:DescribeUser": { "*": 20 },
};

/** `action`: an IAM action. null = no quota is known. */
export function quotaOf(action: string, region: string): number | null {
  const quotas = Object.hasOwn(QUOTAS, action) ? QUOTAS[action] : undefined;
  return quotas?.[region] ?? quotas?.["*"] ?? null;
}

function each(regions: readonly string[], quota: number): ByRegion {
  return Object.fromEntries(regions.map((region) => [region, quota]));
}
