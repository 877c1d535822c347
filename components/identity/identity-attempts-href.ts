import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { canonicalQuery, EMPTY_VIEW } from "@/lib/search-params/attempt-view";

/** The list of attempts, narrowed to an identity. */
export function identityAttemptsHref(
  { kind, value }: IdentityRef,
  { from, to }: { readonly from: number; readonly to: number },
  denied = false,
): string {
  const view = {
    ...EMPTY_VIEW,
    identity: { kind, value },
    noise: "show" as const,
    ...wholeSeconds(from, to),
  };
  return `/attempts${canonicalQuery({ ...view, decision: denied ? ["denied"] : [] })}`;
}

function wholeSeconds(from: number, to: number) {
  return { from: Math.floor(from / 1000) * 1000, to: (Math.floor(to / 1000) + 1) * 1000 };
}
