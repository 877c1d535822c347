/** What the subject of a CI system's OIDC token says of the run. */
export const CI_FACTS = [
  "repository",
  "organization",
  "project",
  "workspace",
  "pipeline",
  "ref",
  "environment",
  "workflow",
  "trigger",
  "phase",
  "step",
  "commit",
  "user",
] as const;
export type CiFact = (typeof CI_FACTS)[number];
export type CiFacts = Readonly<Partial<Record<CiFact, string>>>;

/** A subject's own keys, and what they are here; `null` = it is passed over. */
type Keys = Readonly<Record<string, CiFact | null>>;

/** GitHub also takes other claims into the subject, where the organisation wants it. */
const GITHUB: Keys = {
  repo: "repository",
  repository: "repository",
  ref: "ref",
  environment: "environment",
  job_workflow_ref: "workflow",
  workflow_ref: "workflow",
  workflow: "workflow",
  actor: "user",
  event_name: "trigger",
  context: null,
  repository_owner: "organization",
  repository_id: null,
  repository_owner_id: null,
  repository_visibility: null,
  runner_environment: null,
  sha: "commit",
  base_ref: null,
  head_ref: null,
  ref_type: null,
};

const GITLAB: Keys = {
  project_path: "repository",
  ref_type: null,
  ref: "ref",
  environment: "environment",
  user_login: "user",
};

const TERRAFORM: Keys = {
  organization: "organization",
  project: "project",
  workspace: "workspace",
  run_phase: "phase",
};

const BUILDKITE: Keys = {
  organization: "organization",
  pipeline: "pipeline",
  ref: "ref",
  commit: "commit",
  step: "step",
};

/** Parts between slashes: CircleCI names them by turns. */
const CIRCLE: Keys = {
  org: "organization",
  project: "project",
  user: "user",
  "vcs-origin": "repository",
  "vcs-ref": "ref",
};

/**
 * Repository, branch, environment … of a CI run, by the subject of its token: `repo:example/shop:ref:refs/heads/main` and
 * its likes of GitLab, Terraform Cloud, CircleCI, Buildkite and Bitbucket. `provider`: URL or ARN of who signed the token.
 * A subject that is none of these gives nothing.
 */
export function readCiSubject(subject: string, provider: string): CiFacts {
  if (provider.includes("bitbucket.org")) return readBitbucket(subject);
  if (subject.startsWith("org/")) return readPairs(subject, "/", CIRCLE);
  if (subject.startsWith("project_path:")) return readPairs(subject, ":", GITLAB);
  if (subject.startsWith("organization:"))
    return readPairs(subject, ":", subject.includes(":pipeline:") ? BUILDKITE : TERRAFORM);
  const isGithub = provider.includes("token.actions.") || subject.startsWith("repo:");
  return isGithub ? readPairs(subject, ":", GITHUB) : {};
}

/** `key:value:key:value`; what follows a value and is no key belongs to it, and `pull_request` stands alone. */
function readPairs(subject: string, separator: string, keys: Keys): CiFacts {
  const facts = new Map<CiFact, string>();
  let key: CiFact | null = null;
  let words: string[] = [];
  const end = () => {
    const value = plain(words.join(separator));
    if (key !== null && value !== "" && !facts.has(key)) facts.set(key, value);
    words = [];
  };
  for (const word of subject.split(separator)) {
    const isKey = Object.hasOwn(keys, word) && (key === null || words.length > 0);
    if (word === "pull_request") facts.set("trigger", word);
    else if (isKey) {
      end();
      key = keys[word] ?? null;
    } else words.push(word);
  }
  end();
  return Object.fromEntries(facts);
}

/** GitHub writes a colon within a value as %3A. */
function plain(value: string): string {
  return value.replaceAll("%3A", ":").replaceAll("%3a", ":");
}

/** `{repository}[:{environment}]:{step}`, each the UUID of it. */
function readBitbucket(subject: string): CiFacts {
  const parts = subject.split(":");
  const [repository = "", ...rest] = parts;
  const step = rest.at(-1);
  const environment = rest.length > 1 ? rest[0] : undefined;
  return {
    repository,
    ...(environment !== undefined && { environment }),
    ...(step !== undefined && { step }),
  };
}
