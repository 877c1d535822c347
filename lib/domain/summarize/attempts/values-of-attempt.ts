import { kindOf, type TracedAttempt } from "../../correlate/chain/attempt-origin";
import { reasonOfDenial } from "../../explain/reasons/denial-reason";
import type { IdentityRef } from "../../identity/identity-ref";
import { roleNameOf } from "../../identity/principal";
import type { FilterKey } from "./attempt-filter";

/** A value that attempts are searched by. */
export interface SearchValue {
  readonly key: FilterKey;
  readonly value: string;
}

/** Everything of an attempt that one can search by, in the order it is told: what, where, who, as whom. */
export function valuesOfAttempt(attempt: TracedAttempt): SearchValue[] {
  const { decision, cluster, error, caller, kubernetes, origin } = attempt;
  const role = roleNameOf(caller?.canonicalArn ?? "");
  const values: readonly (readonly [FilterKey, string | null | undefined])[] = [
    ["decision", decision],
    ["reason", error === null ? null : reasonOfDenial(error)],
    ["cluster", cluster],
    ["class", kindOf(attempt)],
    ["origin", origin?.name ?? origin?.userId],
    ["username", kubernetes?.username],
    ...(kubernetes?.groups ?? []).map((group) => ["group", group] as const),
    ["role", role],
    ["session", caller?.sessionName],
    ["account", caller?.accountId],
    ["principal", caller?.canonicalArn],
    ["key", caller?.accessKeyId],
  ];
  return values.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}

const KINDS = {
  origin: "person",
  username: "username",
  group: "group",
  session: "person",
  account: "account",
  key: "key",
} as const satisfies Partial<Record<FilterKey, IdentityRef["kind"]>>;

/** The identity that a value names; null = it names none. */
export function identityOfValue({ key, value }: SearchValue): IdentityRef | null {
  const kind = Object.hasOwn(KINDS, key) ? KINDS[key as keyof typeof KINDS] : null;
  return kind === null || value === "" ? null : { kind, value };
}
