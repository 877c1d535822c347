import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { printIdentityId } from "@/lib/domain/identity/identity-ref";
import { isMasked } from "@/lib/domain/redact/is-masked";
import { chooseKnown } from "@/lib/domain/summarize/identities/choose-known";
import type { FoundMeaning, IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import { identityPath } from "@/lib/search-params/identities/identity-path";
import { identityFindsQuery } from "@/lib/search-params/identities/identity-queries";
import { useSettled } from "@/components/ui/use-settled";
import { useTypedText } from "./use-typed-text";

/** Something to go to. `known`: the text itself stands for it. */
export interface SearchOption {
  readonly href: string;
  readonly known: boolean;
  readonly leadsTo: IdentityHit | "attempt" | "reason";
}

export interface IdentitySearchState {
  readonly options: readonly SearchOption[];
  /** The options are those of the text as it stands now. */
  readonly settled: boolean;
  /** Why nothing is looked up, or that nothing was found; null = neither. */
  readonly problem: string | null;
  /** The text holds a secret: it must not stay where it can be seen or sent. */
  readonly secret: boolean;
}

/** How long one must have stopped to type. */
const PAUSE_MS = 150;

/** What a text leads to. It is read here: only names, ids and whole lines of the authenticator's log are asked for. */
export function useIdentitySearch(text: string): IdentitySearchState {
  const typed = useTypedText(text);
  const tiers = typed?.tiers ?? NOTHING;
  const asked = useSettled(tiers, PAUSE_MS);
  const { data, isFetching, isError } = useQuery({ ...identityFindsQuery(asked), enabled: asked.length > 0 });
  const settled = typed !== null && asked === tiers && !isFetching;
  const found = useMemo(
    () =>
      data === undefined || asked.length === 0 ? [] : toOptions(chooseKnown(asked, data.known), data.near),
    [asked, data],
  );
  const reasonCode = typed?.reasonCode ?? null;
  const options = useMemo(
    () => [...(tiers.length === 0 ? [] : found), ...toReasons(reasonCode)],
    [tiers, found, reasonCode],
  );
  const none = settled && tiers.length > 0 && options.length === 0;
  return {
    options,
    settled,
    problem: typed?.problem ?? (isError ? "Gatebook did not answer. Try again." : none ? NOT_KNOWN : null),
    secret: typed?.secret ?? false,
  };
}

function toReasons(code: string | null): SearchOption[] {
  return code === null ? [] : [{ href: `/reasons/${code}`, known: true, leadsTo: "reason" }];
}

const NOTHING: readonly never[] = [];
const NOT_KNOWN = "Nothing is known of it, and no name is like it.";

function toOptions(known: readonly FoundMeaning[], near: readonly IdentityHit[]): SearchOption[] {
  const first = known.map(({ identity, attemptId }) => ({
    known: true,
    leadsTo: identity ?? ("attempt" as const),
    href: identity === null ? `/attempts/${attemptId ?? ""}` : identityPath(identity),
  }));
  const taken = new Set(
    known.flatMap(({ identity }) => (identity === null ? [] : printIdentityId(identity))),
  );
  const others = near
    .filter((identity) => !taken.has(printIdentityId(identity)))
    .map((identity) => ({ known: false, leadsTo: identity, href: identityPath(identity) }));
  return [...first, ...others].filter(({ leadsTo }) => leadsTo === "attempt" || !isMasked(leadsTo.value));
}
