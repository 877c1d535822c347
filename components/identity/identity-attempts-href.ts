import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { canonicalQuery, EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";

/** The list of attempts, narrowed to an identity; `to` is the time of its last. */
export function identityAttemptsHref(
  { kind, value }: IdentityRef,
  { from, to }: { readonly from: number; readonly to: number },
  denied = false,
): string {
  const view = {
    ...EMPTY_VIEW,
    identity: { kind, value },
    noise: "show" as const,
    ...wholeSeconds({ from, to: to + 1 }),
  };
  return `/attempts${canonicalQuery({ ...view, decision: denied ? ["denied"] : [] })}`;
}
