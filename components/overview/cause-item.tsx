import Link from "next/link";
import { changeTitle } from "@/lib/domain/summarize/configuration/change-title";
import { clusterHref } from "@/components/clusters/cluster-words";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { authorName } from "@/lib/domain/explain/culprit-sentence";
import { isMasked } from "@/lib/domain/redact/is-masked";
import type { CommonCause, DenialBurst } from "@/lib/domain/summarize/overview/denial-burst";
import { formatClock, formatDuration } from "@/lib/domain/time/format-time";
import { identityPath } from "@/lib/search-params/identities/identity-path";

interface CauseItemProps {
  readonly cause: CommonCause;
  readonly burst: DenialBurst;
}

/** One common cause: what, how sure, and what to do. */
export function CauseItem({ cause, burst }: CauseItemProps) {
  const { href, text } = nextStep(cause, burst.cluster);
  return (
    <li className="text-[0.9375rem]">
      <b className="font-semibold">
        <SafeText text={causeTitle(cause)} className="wrap-anywhere" />
      </b>{" "}
      <span className="text-ink-2">
        {burst.denied === cause.denied ? "All of them" : `${formatCount(cause.denied)} of them`}
        {cause.principals > 1 ? `, of ${formatPlural(cause.principals, "principal")}` : ""}; {surety(cause)}.
      </span>{" "}
      <Link href={href} prefetch={false} className="text-accent underline">
        {text}
      </Link>
    </li>
  );
}

/** A sentence: what happened. */
function causeTitle({ kind, change, principal, title }: CommonCause): string {
  if (change !== null) {
    const by = change.by === null ? "" : ` by ${authorName(change.by)}`;
    const what =
      change.kind === "broken"
        ? `aws-auth could not be read after an edit${by}`
        : `${changeTitle(change)}${by}`;
    return `${what}, at ${formatClock(change.timeMs, false)} UTC: then callers had no mapping.`;
  }
  if (kind === "sts-throttled") return "STS throttled the authenticator's calls.";
  if (kind === "sts-unreachable") return "The authenticator got no answer from STS in its Region.";
  if (kind === "one-principal") return `One principal tries again and again: ${principal ?? ""} (${title}).`;
  if (kind === "bad-tokens") return `Tokens are refused before STS is asked, mostly: ${title}.`;
  return title === ""
    ? "The authenticator's text is of no version that is known."
    : `All for one reason: ${title}.`;
}

function surety({ confidence, change, firstMs }: CommonCause): string {
  if (confidence === "observed" || change === null) return "their own log lines say so";
  return `by time: ${formatDuration(Math.max(0, firstMs - change.timeMs))} before the first of them`;
}

function nextStep({ change, kind, principal, code }: CommonCause, cluster: string) {
  if (change !== null) return { href: `${clusterHref(cluster)}#changes`, text: "See and undo the change" };
  if (kind === "one-principal" && principal !== null && !isMasked(principal))
    return { href: identityPath({ kind: principalKind(principal), value: principal }), text: "Who that is" };
  return code === null
    ? { href: "/reasons", text: "Reasons that are known" }
    : { href: `/reasons/${code}`, text: "What to do" };
}

function principalKind(arn: string) {
  return arn.includes(":user/") ? "user" : "role";
}
