import type { CommandIo } from "./command-io";

export interface Command {
  readonly usage: string;
  readonly about: string;
  /** Loaded on use: what a command needs must not slow the start of the others. */
  readonly load: () => Promise<{ run(args: readonly string[], io: CommandIo): Promise<number> }>;
}

export const commands: ReadonlyMap<string, Command> = new Map([
  [
    "parse",
    {
      usage: "parse authenticator|cloudtrail",
      about: "Reads log text from standard input and prints one JSON object a record.",
      load: () => import("./commands/parse"),
    },
  ],
  [
    "arn",
    {
      usage: "arn ARN…",
      about: "Takes ARNs apart and shows the form in which the authenticator compares them.",
      load: () => import("./commands/arn"),
    },
  ],
  [
    "import",
    {
      usage: "import PATH… --data DIR [--cluster NAME] [--region R] [--account A] [--json]",
      about: "Stores saved authenticator logs and CloudTrail files.",
      load: () => import("./commands/import"),
    },
  ],
  [
    "attempts",
    {
      usage:
        "attempts --data DIR [--json|--csv] [--search 'decision:denied -cluster:dev'] [--decision D] [--reason CODE] [--cluster C] [--username U] [--group G] [--role R] [--session S] [--account A] [--class K] [--origin O] [--text T] [--from T] [--to T] [--range 24h] [--limit N] [--hide-noise]",
      about: "Lists the attempts of a data folder, newest first; works while the dashboard runs on it.",
      load: () => import("./commands/attempts"),
    },
  ],
  [
    "chain",
    {
      usage: "chain ID|ARN|KEY|--all --data DIR [--json]",
      about: "Traces the credentials behind attempts back to the person, workload, node or CI, hop by hop.",
      load: () => import("./commands/chain"),
    },
  ],
  [
    "identity",
    {
      usage: "identity VALUE --data DIR [--json]",
      about:
        "All that a person, role, session, access key, Kubernetes username or group did: by its name, ARN or id, an event's id, or a whole log line.",
      load: () => import("./commands/identity"),
    },
  ],
  [
    "requests",
    {
      usage:
        "requests --data DIR [--json] [--verb V] [--resource R] [--namespace N] [--name N] [--outcome allowed|denied] [--username U] [--cluster C] [--text T] [--from T] [--to T] [--range 24h] [--limit N] | --data DIR --attempt ID --all [--span 5m|15m|60m|token] [--json] [--limit N]",
      about:
        "Who did what in a cluster: requests to the Kubernetes API that changed something, were denied, or opened a pod, with who is behind each; or all that was done around one attempt, allowed reads too.",
      load: () => import("./commands/requests"),
    },
  ],
  [
    "lint",
    {
      usage: "lint FILE… [--json | --sarif]",
      about:
        "Finds what is wrong with an aws-auth ConfigMap before it is applied, line by line; for CI pipelines. - reads standard input.",
      load: () => import("./commands/lint"),
    },
  ],
  [
    "what-if",
    {
      usage:
        "what-if (ARN [--session NAME] | --username NAME | --group NAME) [--aws-auth FILE] [--access-entries FILE] [--rbac FILE] [--mode MODE] [--json]",
      about:
        "As whom a cluster's configuration would let a role or user in, by which entry, and what it could do; or which entry nearly does.",
      load: () => import("./commands/what-if"),
    },
  ],
  [
    "config",
    {
      usage: "config check [FILE] | policy [FILE] | schema",
      about:
        "Explains the mistakes of a config file (gatebook.yaml), prints the IAM policies it needs, or its JSON schema.",
      load: () => import("./commands/config"),
    },
  ],
  [
    "doctor",
    {
      usage:
        "doctor [--config FILE | --cluster NAME … --region REGION --profile PROFILE] [--data DIR] [--json]",
      about:
        "Tries all that reading needs, one by one: Node, disk, clock, credentials, each permission, log types; says what to do.",
      load: () => import("./commands/doctor"),
    },
  ],
  [
    "audit",
    {
      usage:
        "audit verify|list [--data DIR] [--json] [--deed DEED] [--who TEXT] [--since T] [--range 24h] [--limit N]",
      about:
        "Who saw, exported, shared and changed what with this Gatebook: checks that log's chain of hashes, or lists it; works while the dashboard runs.",
      load: () => import("./commands/audit"),
    },
  ],
  [
    "verify",
    {
      usage: "verify FILE",
      about: "Says whether evidence that was shared and downloaded is as it was, record by record.",
      load: () => import("./commands/verify"),
    },
  ],
  [
    "sandbox",
    {
      usage:
        "sandbox [--port N] [--scale N] [--seed N] [--faults NAME|FILE] | --out DIR [--days N] [--scale N] [--seed N] | --into DIR [--attempts N] [--days N] [--seed N]",
      about:
        "Serves the sample organisation as a small AWS on loopback, writes it as files with its truth, or fills a data folder with a large one's history.",
      load: () => import("./commands/sandbox"),
    },
  ],
  [
    "conformance",
    {
      usage: "conformance DIR",
      about: "Runs tables of input and expected output of the real authenticator against this build.",
      load: () => import("./commands/conformance"),
    },
  ],
]);
