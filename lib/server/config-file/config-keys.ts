import type { ValueOf } from "./shape";
import { SIGN_IN_KEYS } from "./sign-in-keys";

const REGION = {
  kind: "text",
  about: "An AWS Region.",
  required: true,
  pattern: /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/,
  what: "an AWS Region",
  example: "eu-west-1",
} as const;

const ACCOUNT_ID = {
  kind: "text",
  about: "The account's id.",
  required: true,
  pattern: /^\d{12}$/,
  what: "an account id of 12 digits",
  example: "111122223333",
} as const;

const TRAIL = {
  kind: "map",
  about: "Where a trail of CloudTrail is delivered to.",
  keys: {
    from: {
      kind: "text",
      about: "A bucket, with the prefix before AWSLogs/ where there is one; or the name of a log group.",
      required: true,
      pattern: /^(s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[^\s"'\\]*)?|(?!s3:)[\w./#-]{1,512})$/,
      what: "an address s3://bucket/prefix, or the name of a log group",
      example: "s3://example-trail/AWSLogs/",
    },
    region: { ...REGION, about: "The Region of the bucket or log group." },
  },
} as const;

const ACCOUNT = {
  kind: "map",
  about: "An AWS account, and how it is reached.",
  keys: {
    id: ACCOUNT_ID,
    role: {
      kind: "text",
      about:
        "The role to take in that account with sts:AssumeRole. Without it: the credentials' own account.",
      required: false,
      pattern: /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      what: "the ARN of an IAM role",
      example: "arn:aws:iam::444455556666:role/gatebook",
    },
    externalId: {
      kind: "text",
      about: "The external id that the role's trust policy asks for.",
      required: false,
      pattern: /^[\w+=,.@:/-]{2,1224}$/,
      what: "an external id: 2 to 1224 letters, digits or +=,.@:/-",
      example: "gatebook-7f3a9c",
    },
    profile: {
      kind: "text",
      about: "The profile of the AWS CLI whose credentials are used. Default: the default credential chain.",
      required: false,
      pattern: /^[^\s"'\\]{1,128}$/,
      what: "the name of a profile",
      example: "ops",
    },
    trails: {
      kind: "list",
      about:
        "Trails of CloudTrail that this account can read. What they hold is not asked of the event history, which is slower.",
      of: TRAIL,
    },
    regions: {
      kind: "list",
      about:
        "Regions to read. Where no cluster of one is named, all of its clusters are found by themselves.",
      of: REGION,
    },
  },
} as const;

const CLUSTER = {
  kind: "map",
  about: "One EKS cluster.",
  keys: {
    name: {
      kind: "text",
      about: "The cluster's name in EKS.",
      required: true,
      pattern: /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/,
      what: "the name of a cluster",
      example: "prod",
    },
    region: REGION,
    account: {
      ...ACCOUNT_ID,
      about: "One of the accounts; can be left out where there is one.",
      required: false,
    },
    as: {
      kind: "text",
      about: "The name it is shown by. Needed where two clusters have the same name.",
      required: false,
      pattern: /^[0-9A-Za-z][\w .()-]{0,99}$/,
      what: "a name of at most 100 letters, digits, blanks or _.()-",
      example: "prod-us",
    },
  },
} as const;

/** Every key of the config file: the one description that validates, documents and types it. */
export const CONFIG_KEYS = {
  kind: "map",
  about: "What Gatebook reads, and from where. No secrets: it names roles and profiles.",
  keys: {
    accounts: { kind: "list", about: "The AWS accounts to read.", of: ACCOUNT },
    clusters: { kind: "list", about: "The clusters to read, where not all of a Region are.", of: CLUSTER },
    directory: {
      kind: "text",
      about:
        "A file that says who people are, CSV or JSON: by Identity Center's user id or as a user of IAM. Its names count before those that AWS tells. A relative path is meant from this file's folder.",
      required: false,
      pattern: /^[^\0\r\n]{1,1024}$/,
      what: "the path of a file",
      example: "people.csv",
    },
    lookbackDays: {
      kind: "number",
      about: "How many days the first reading goes back. CloudTrail's event history tells 90 at most.",
      min: 1,
      max: 3650,
      whole: true,
      default: 14,
    },
    retentionDays: {
      kind: "number",
      about:
        "How many days raw records are kept. Attempts stay when the records that prove them are gone. 90 is what CloudTrail's event history keeps.",
      min: 2,
      max: 3650,
      whole: true,
      default: 90,
    },
    quotaShare: {
      kind: "number",
      about:
        "The share of AWS's request quotas that Gatebook uses; the rest is left to others of the account.",
      min: 0.05,
      max: 1,
      whole: false,
      default: 0.5,
    },
    signIn: SIGN_IN_KEYS,
  },
} as const;

export type GatebookConfig = ValueOf<typeof CONFIG_KEYS>;
