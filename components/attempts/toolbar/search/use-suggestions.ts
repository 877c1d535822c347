import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSettled } from "@/components/ui/use-settled";
import { type Completion, completeAt } from "@/lib/domain/summarize/attempts/search-language/complete-search";
import type { IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { nearIdentitiesQuery } from "@/lib/search-params/identities/identity-queries";
import { facetsQuery } from "@/lib/search-params/attempts/attempt-counts-queries";
import { type Suggestion, suggest } from "./suggest";

const PAUSE_MS = 150;
/** Shorter texts are near too many names. */
const SHORTEST = 2;
const LONGEST = 256;
const NOBODY: readonly IdentityHit[] = [];

export interface Suggestions {
  readonly completion: Completion;
  readonly options: readonly Suggestion[];
}

/** What could be meant at the caret: from the counts that the screen has anyway, and names that the store knows. */
export function useSuggestions(
  view: AttemptView,
  { text, caret, open }: { readonly text: string; readonly caret: number; readonly open: boolean },
): Suggestions {
  const completion = useMemo(() => completeAt(text, caret), [text, caret]);
  const { data: facets } = useQuery({ ...facetsQuery(view), placeholderData: keepPreviousData });
  const asked = useSettled(completion.written, PAUSE_MS);
  const enabled = open && asked.length >= SHORTEST && asked.length <= LONGEST;
  const { data: finds } = useQuery({ ...nearIdentitiesQuery(asked), enabled });
  const near = enabled ? (finds?.near ?? NOBODY) : NOBODY;
  const options = useMemo(
    () => (open ? suggest(completion, { facets: facets?.facets, near }) : []),
    [open, completion, facets, near],
  );
  return useMemo(() => ({ completion, options }), [completion, options]);
}
