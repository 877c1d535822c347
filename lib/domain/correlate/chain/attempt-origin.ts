import type { Attempt, CallerClass } from "../attempt";
import type { Chain, Origin } from "./chain";
import { claimedByClass } from "./claimed-by-class";

/** Who is behind an attempt, and how far the records led. */
export interface AttemptOrigin extends Origin {
  /** `nobody`: STS vouched for nobody, so that nothing leads anywhere. */
  readonly end: Chain["end"] | "nobody";
}

/** An attempt as it is shown and filtered. Its `class` is what its lines show; see kindOf. */
export interface TracedAttempt extends Attempt {
  /** null: not traced yet. */
  readonly origin: AttemptOrigin | null;
}

/** What of an attempt that was not traced is absent, or null. */
interface MaybeOrigin {
  readonly origin?: AttemptOrigin | null;
}

/** What of an attempt's own lines counts beside its session's chain. */
export interface LinesOfAttempt {
  /** As the lines show it; see classifyCaller. */
  readonly class: CallerClass;
  readonly kubernetes: { readonly username: string } | null;
  readonly caller: { readonly arn: string | null } | null;
}

/** Who is behind an attempt of a session with this chain; null = STS vouched for nobody. */
export function originOfAttempt(
  lines: LinesOfAttempt,
  chain: { readonly origin: Origin; readonly end: AttemptOrigin["end"] } | null,
): AttemptOrigin {
  if (isEksItself(lines, chain?.origin ?? null)) return { ...eksItself(lines), end: "origin" };
  if (chain === null) return { ...claimedByClass(lines, NOBODY), end: "nobody" };
  return { ...claimedByClass(lines, chain.origin), end: chain.end };
}

/** What stands behind an attempt: as its chain tells, else as its lines show. */
export function kindOf({ class: byLines, origin }: Pick<Attempt, "class"> & MaybeOrigin): CallerClass {
  return origin?.kind ?? byLines;
}

const NOBODY: Origin = { kind: "unknown", name: null, nameFrom: null, confidence: null, userId: null };

/** The log names EKS's own actors by their Kubernetes usernames alone. */
function eksItself({ kubernetes, caller }: LinesOfAttempt): Origin {
  const name = kubernetes?.username ?? caller?.arn ?? null;
  const nameFrom = kubernetes === null ? "service" : "kubernetes-username";
  return { kind: "aws", name, nameFrom, confidence: "observed", userId: null };
}

/** By its lines it is EKS itself, and no record leads to somebody else, whatever he calls his role. */
export function isEksItself(
  { class: byLines }: Pick<LinesOfAttempt, "class">,
  traced: Origin | null,
): boolean {
  if (byLines !== "aws") return false;
  if (traced === null || traced.kind === "aws" || traced.kind === "unknown") return true;
  return traced.confidence === null || traced.confidence === "claimed";
}

/** Origins that a node's or EKS's own attempt can have; a certificate or a session's name may stand for a machine. */
function isMachine({ kind, nameFrom }: Origin): boolean {
  if (kind === "workload") return nameFrom === "session-name" || nameFrom === "source-identity";
  return kind === "node" || kind === "aws" || kind === "unknown";
}

/**
 * The class by which attempts of nodes and of EKS itself are folded away: what the lines show, unless somebody else is
 * behind them. Who takes a node's role under an instance's name is not folded away with the nodes.
 */
export function classToFold(byLines: CallerClass, origin: Origin | null): CallerClass {
  const isFolded = byLines === "node" || byLines === "aws";
  return isFolded && origin !== null && !isMachine(origin) ? "unknown" : byLines;
}
