import { nearestWord } from "@/lib/domain/identity/nearest-word";
import type { CONFIG_KEYS } from "./config-keys";
import { type Findings, refuse } from "./findings";
import type { Position } from "./mistake";
import type { DraftOf } from "./shape";

type Draft = DraftOf<typeof CONFIG_KEYS>;
type Account = Draft["accounts"][number];
type Cluster = Draft["clusters"][number];

/** What no single value can tell: things named twice, or named and not there. */
export function checkReferences(findings: Findings, draft: Draft): void {
  if (
    draft.accounts.length + draft.clusters.length === 0 &&
    draft.signIn === null &&
    findings.mistakes.length === 0
  )
    refuse(findings, { line: 1, column: 1 }, "The file names nothing to read.", NOTHING_NAMED);
  draft.accounts.forEach((account, i) => {
    checkAccount(findings, draft, account, `accounts[${i}]`);
  });
  draft.clusters.forEach((cluster, i) => {
    checkAccountOf(findings, draft, cluster, `clusters[${i}]`);
  });
  const { accounts, clusters } = draft;
  refuseRepeats(
    findings,
    "accounts",
    accounts.map(({ id }) => id && `account ${id}`),
    "Make one of the two.",
  );
  refuseRepeats(
    findings,
    "clusters",
    clusters.map((one) => clusterTitle(draft, one)),
    "Take one of them out.",
  );
  refuseSharedNames(findings, draft);
  refuseSharedCredentials(findings, draft);
}

/** What to do about a file that names nothing. */
export const NOTHING_NAMED = "Name clusters (clusters:), or accounts and their Regions (accounts:).";

function checkAccount(findings: Findings, draft: Draft, account: Account, path: string): void {
  const { id, role, externalId, regions } = account;
  const at = (key: string) => placeAt(findings, `${path}.${key}`, path);
  const owner = role?.split(":")[4] ?? id;
  if (role !== null && id !== null && owner !== id)
    refuse(
      findings,
      at("role"),
      `${path}.role is a role of account ${owner}, not of ${id}.`,
      "Correct one of the two.",
    );
  if (externalId !== null && role === null && !findings.places.has(`${path}.role`))
    refuse(
      findings,
      at("externalId"),
      `${path} has an external id and no role.`,
      "Add role: with the role's ARN.",
    );
  const named = draft.clusters.some((one) => accountOf(draft, one) === id);
  if (regions.length === 0 && !named && !isRefused(findings, `${path}.regions`))
    refuse(
      findings,
      at("id"),
      `${path} names nothing to read.`,
      "Add regions: [eu-west-1], or clusters of this account.",
    );
  refuseRepeats(findings, `${path}.regions`, regions, "Take one of them out.");
}

function checkAccountOf(findings: Findings, draft: Draft, { account }: Cluster, path: string): void {
  const known = [...new Set(draft.accounts.flatMap(({ id }) => (id === null ? [] : [id])))];
  const place = placeAt(findings, `${path}.account`, path);
  if (account === null && known.length > 1 && !findings.places.has(`${path}.account`))
    refuse(
      findings,
      place,
      `${path} does not say its account.`,
      `Add account: with one of ${known.join(", ")}.`,
    );
  if (account === null || known.includes(account)) return;
  const near = nearestWord(account, known);
  const remedy = near === null ? `Add it to accounts, with id: "${account}"` : `Did you mean ${near}?`;
  refuse(findings, place, `${path}.account ${account} is none of the accounts.`, remedy);
}

/** The account of a cluster, where it is said or there is only one. */
function accountOf({ accounts }: Draft, { account }: Cluster): string | null {
  return account ?? (accounts.length === 1 ? (accounts[0]?.id ?? null) : null);
}

function clusterTitle(draft: Draft, cluster: Cluster): string | null {
  const { name, region } = cluster;
  if (name === null || region === null) return null;
  const account = accountOf(draft, cluster);
  return `cluster ${name} in ${region}${account === null ? "" : ` of ${account}`}`;
}

/** Two clusters under one name could not be told apart on any screen. */
function refuseSharedNames(findings: Findings, draft: Draft): void {
  const first = new Map<string, { title: string | null; place: Position }>();
  draft.clusters.forEach((cluster, i) => {
    const shown = cluster.as ?? cluster.name;
    const title = clusterTitle(draft, cluster);
    const place = placeAt(findings, `clusters[${i}].as`, `clusters[${i}].name`);
    const other = shown === null ? undefined : first.get(shown);
    if (shown !== null && other === undefined) first.set(shown, { title, place });
    if (other === undefined || title === other.title) return;
    const remedy = `Add as: with a name of its own to one of them, such as as: ${shown}-2`;
    refuse(
      findings,
      place,
      `${shown} is already the name of the cluster in line ${other.place.line}.`,
      remedy,
    );
  });
}

/** Credentials are of one account: another is reached by a role, or with another profile. */
function refuseSharedCredentials(findings: Findings, { accounts }: Draft): void {
  const first = new Map<string | null, string>();
  accounts.forEach(({ id, role, profile }, i) => {
    const path = `accounts[${i}]`;
    if (role !== null || findings.places.has(`${path}.role`)) return;
    const other = first.get(profile);
    if (other === undefined) first.set(profile, path);
    else
      refuse(
        findings,
        placeAt(findings, `${path}.id`, path),
        `${path}${id === null ? "" : ` (${id})`} is reached with the same credentials as ${other}.`,
        "Add role: with a role of that account, or profile: with other credentials.",
      );
  });
}

function refuseRepeats(
  findings: Findings,
  path: string,
  titles: readonly (string | null)[],
  remedy: string,
): void {
  const first = new Map<string, Position>();
  titles.forEach((title, i) => {
    if (title === null || title === "") return;
    const place = placeAt(findings, `${path}[${i}]`, path);
    const other = first.get(title);
    if (other === undefined) first.set(title, place);
    else refuse(findings, place, `${title} stands here a second time, after line ${other.line}.`, remedy);
  });
}

/** Whether the value itself was found to be wrong: then what follows from it is not said as well. */
function isRefused({ places, mistakes }: Findings, path: string): boolean {
  const place = places.get(path);
  return mistakes.some(({ line, column }) => line === place?.line && column === place.column);
}

function placeAt({ places }: Findings, path: string, otherwise: string): Position {
  return places.get(path) ?? places.get(otherwise) ?? { line: 1, column: 1 };
}
