import type {
  FoundMeaning,
  IdentityFinds,
  IdentityHit,
} from "@/lib/domain/summarize/identities/identity-report";
import type { IdentityQuery } from "@/lib/ports/investigations";
import type { Scope } from "./access-rule";
import { everything } from "./everything";
import { narrowAttempts } from "./narrow-filter";

type Finding = Scope<"findIdentities">;

/** Names as far as they were seen at the clusters that may be seen, with the attempts there. */
export async function scopedIdentities(query: IdentityQuery, scope: Finding): Promise<IdentityFinds> {
  const { known, near } = await scope.ask(query);
  const [knownHere, nearHere] = await Promise.all([
    Promise.all(known.map((found) => meaningHere(found, scope))),
    Promise.all(near.map((hit) => hitHere(hit, scope))),
  ]);
  return {
    known: knownHere.filter(({ identity, attemptId }) => identity !== null || attemptId !== null),
    near: nearHere.filter((hit) => hit !== null),
  };
}

async function meaningHere(found: FoundMeaning, scope: Finding): Promise<FoundMeaning> {
  const { identity, attemptId } = found;
  const attempt = attemptId === null ? null : await scope.lookup.find(attemptId);
  return {
    ...found,
    identity: identity === null ? null : await hitHere(identity, scope),
    attemptId: attempt !== null && scope.clusters.includes(attempt.cluster) ? attemptId : null,
  };
}

async function hitHere(hit: IdentityHit, { other, clusters }: Finding): Promise<IdentityHit | null> {
  const identity = { kind: hit.kind, value: hit.value };
  const filter = narrowAttempts({ ...everything(), identity }, clusters);
  const { rows, total } = await other("searchAttempts", { filter, cursor: null, limit: 1 });
  const [newest] = rows;
  return newest === undefined ? null : { ...hit, attempts: total, lastMs: newest.timeMs };
}
