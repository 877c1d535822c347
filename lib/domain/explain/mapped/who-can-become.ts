import { readPrincipal } from "../../identity/principal";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "../mapping/back-end-modes";
import { callerOfArn } from "../mapping/caller-of-arn";
import { mapIdentity } from "../mapping/map-identity";
import { type ClusterMappings, openConfiguration } from "../mapping/open-configuration";
import { type FittingSession, sessionFor, type WantedIdentity } from "./session-for";

/** An entry that gives the identity. */
export interface Becomer {
  readonly backEnd: BackEndKind;
  readonly entry: MappingEntry;
  /** Which session of the role: this one alone, any, or an instance's; null = it is a user, who has none. */
  readonly session: FittingSession | null;
  /** The identity that comes of it; templates of what is not known here still stand. */
  readonly username: string;
  readonly groups: readonly string[];
}

export interface WhoCanBecome {
  readonly entries: readonly Becomer[];
  /** Accounts all of whose principals come in as their own ARNs, and the name is such an ARN. */
  readonly accounts: readonly string[];
}

/** Who can come in with a username or a group: each entry that the cluster really uses for its principal. */
export function whoCanBecome(mappings: ClusterMappings, wanted: WantedIdentity): WhoCanBecome {
  const backEnds = openConfiguration(mappings);
  const all = [...mappings.hidden, ...mappings.accessEntries, ...mappings.awsAuth.entries];
  const entries = all.flatMap((entry): Becomer[] => {
    const session = sessionFor(entry, wanted);
    if (session === null) return [];
    const name = session.kind === "named" ? session.name : SAMPLES[session.kind];
    const caller = callerOfArn(entry.arn, name);
    if (caller === null) return [];
    const decision = mapIdentity({ ...caller, userId: entry.userId ?? "" }, backEnds);
    if (decision.outcome === "denied" || decision.entry !== entry) return [];
    const { backEnd, groups } = decision;
    const isUser = caller.sessionName === "" && readPrincipal(entry.arn)?.type === "USER";
    const username = session.kind === "named" ? decision.username : entry.username;
    return [{ backEnd, entry, session: isUser ? null : session, username, groups }];
  });
  return { entries, accounts: accountsFor(mappings, wanted) };
}

/** Any name will do; an instance's has the shape of its id. */
const SAMPLES = { any: "session", instance: "i-00000000000000000" } as const;

function accountsFor({ awsAuth }: ClusterMappings, { kind, name }: WantedIdentity): string[] {
  const accountId = kind === "username" ? (readPrincipal(name)?.accountId ?? null) : null;
  return awsAuth.accounts.filter((account) => account === accountId);
}
