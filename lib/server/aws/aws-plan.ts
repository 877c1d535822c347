import type { GatebookConfig } from "../config-file/config-keys";

/** What is to be read, from where and how fast. Plain JSON: it travels to the engine. */
export interface AwsPlan {
  readonly accounts: readonly AccountPlan[];
  readonly lookbackDays: number;
  /** Raw records of so many days are kept. */
  readonly retentionDays: number;
  /** Share of AWS's request quotas that is used, 0 to 1. */
  readonly quotaShare: number;
}

/** One account, and how it is reached. */
export interface AccountPlan {
  /** null = the account of the credentials, whichever that is. */
  readonly id: string | null;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  /** null = the default credential chain. */
  readonly profile: string | null;
  readonly regions: readonly RegionPlan[];
  /** Trails that are read with this account's credentials; an organisation's hold other accounts' events too. */
  readonly trails: readonly TrailPlan[];
}

export interface TrailPlan {
  /** `s3://bucket/prefix`, or the name of a log group. */
  readonly from: string;
  readonly region: string;
}

export interface RegionPlan {
  /** null = as the environment or the profile says. */
  readonly region: string | null;
  /** "all" = those that eks:ListClusters finds. */
  readonly clusters: readonly PlannedCluster[] | "all";
}

export interface PlannedCluster {
  readonly name: string;
  /** The name it is shown by; null = its own. */
  readonly shownAs: string | null;
}

/** What the command line can say: one account, one Region. */
export interface AwsSettings {
  /** Empty = all clusters of the Region. */
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
}

const DEFAULTS = { lookbackDays: 14, retentionDays: 90, quotaShare: 0.5 };

export function planFromOptions({ clusters, region, profile }: AwsSettings): AwsPlan {
  const named = clusters.map((name) => ({ name, shownAs: null }));
  const regions = [{ region, clusters: named.length === 0 ? ("all" as const) : named }];
  return {
    ...DEFAULTS,
    accounts: [{ id: null, roleArn: null, externalId: null, profile, regions, trails: [] }],
  };
}

/** The plan of a config without mistakes. Without accounts, the clusters are of the credentials' own. */
export function planFromConfig(config: GatebookConfig): AwsPlan {
  const { lookbackDays, retentionDays, quotaShare } = config;
  const own = { id: null, role: null, externalId: null, profile: null, regions: [], trails: [] };
  const accounts = config.accounts.length === 0 ? [own] : config.accounts;
  return {
    lookbackDays,
    retentionDays,
    quotaShare,
    accounts: accounts.map(({ id, role, externalId, profile, regions, trails }) => {
      const clusters = config.clusters.filter(({ account }) => account === null || account === id);
      return { id, roleArn: role, externalId, profile, regions: planRegions(regions, clusters), trails };
    }),
  };
}

function planRegions(regions: readonly string[], clusters: GatebookConfig["clusters"]): RegionPlan[] {
  const all = new Set([...regions, ...clusters.map(({ region }) => region)]);
  return [...all].map((region) => {
    const here = clusters.filter((cluster) => cluster.region === region);
    const named = here.map(({ name, as }) => ({ name, shownAs: as }));
    return { region, clusters: named.length === 0 ? "all" : named };
  });
}
