import Link from "next/link";
import { grantWords } from "@/components/access/grant-words";
import { SafeText } from "@/components/ui/safe-text";
import type { Agreement } from "@/lib/domain/explain/reach/compare-observed";
import type { ObservedRequest } from "@/lib/domain/summarize/configuration/attempt-reach";

const AGREEMENTS: Readonly<Record<Agreement, string>> = {
  "same-grant": "the API server named the same",
  "same-verdict": "the API server decided the same",
  "other-grant": "the API server named another grant, which is not known here",
  "other-verdict": "the API server decided otherwise: roles or bindings were others then",
  settles: "the API server's decision settles it",
  silent: "the API server's record gives no reason",
};

/** What the API server itself decided, beside what is computed. */
export function ObservedList({ observed }: { observed: readonly ObservedRequest[] }) {
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-ink-2">
        Seen: what the API server decided of {observed.length} requests of this session
      </summary>
      <ul className="mt-1 grid gap-1">
        {observed.map((one) => (
          <li key={one.id} className="border-t border-line pt-1">
            <Link
              href={`/requests/${one.id}`}
              prefetch={false}
              className="underline decoration-line-strong hover:text-accent"
            >
              <SafeText text={whatOf(one)} breakable className="font-mono text-xs" />
            </Link>{" "}
            {one.outcome === "denied" ? "✕ denied" : "✓ allowed"} · {AGREEMENTS[one.comparison.agreement]}
            {one.comparison.by === null ? null : (
              <>
                : <SafeText text={grantWords(one.comparison.by.source)} breakable />
              </>
            )}
            {one.reason ? (
              <SafeText text={one.reason} breakable className="block font-mono text-xs text-ink-3" />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function whatOf({ verb, object, uri }: ObservedRequest): string {
  if (object === null) return `${verb} ${uri ?? ""}`;
  const { resource, subresource, namespace, name } = object;
  const what = subresource === "" ? resource : `${resource}/${subresource}`;
  return [verb, what, name, namespace === "" ? "" : `in ${namespace}`].filter((one) => one !== "").join(" ");
}
