import type { QuotaApi } from "@/lib/ports/request-budget";

/** Regions where the quota is another (facts: aws §2.2). */
type Quota = { readonly elsewhere: number; readonly at?: Readonly<Record<string, number>> };

const QUOTAS: Readonly<Record<QuotaApi, Quota>> = {
  "cloudtrail:LookupEvents": { elsewhere: 2 },
  "logs:FilterLogEvents": {
    elsewhere: 10,
    at: {
      "us-east-1": 25,
      "ap-northeast-3": 5,
      "ap-southeast-3": 5,
      "ca-west-1": 5,
      "eu-central-1": 5,
      "il-central-1": 5,
    },
  },
  "logs:GetLogEvents": {
    elsewhere: 25,
    at: {
      "us-west-2": 10,
      "ap-northeast-3": 10,
      "ap-southeast-3": 10,
      "ca-west-1": 10,
      "eu-central-1": 10,
      "eu-west-1": 10,
      "il-central-1": 10,
      "eu-west-3": 30,
    },
  },
  "logs:StartQuery": { elsewhere: 10 },
  "logs:GetQueryResults": { elsewhere: 10 },
  "logs:DescribeLogGroups": { elsewhere: 10 },
  "logs:DescribeLogStreams": { elsewhere: 25 },
  // AWS tells no figure, or one far above what is asked here: a rate that disturbs nobody.
  eks: { elsewhere: 10 },
  identitystore: { elsewhere: 10 },
  sts: { elsewhere: 20 },
  s3: { elsewhere: 200 },
};

/** Requests a second that AWS grants an account for an API in a Region. */
export function quotaOf(api: QuotaApi, region: string): number {
  const { elsewhere, at = {} } = QUOTAS[api];
  return Object.hasOwn(at, region) ? (at[region] ?? elsewhere) : elsewhere;
}

/** Requests an hour to LookupEvents that are ours, of each account and Region. */
export function lookUpsPerH(quotaShare: number): number {
  return QUOTAS["cloudtrail:LookupEvents"].elsewhere * quotaShare * 3600;
}
