import type { createAuditDeeds } from "../audit/create-audit-deeds";
import { createEngineCall } from "../engine-client";
import { requireDataDir } from "../get-investigations";

type Deeds = ReturnType<typeof createAuditDeeds>;

/** Stands here until the deeds are on main. */
export async function askDeed<N extends keyof Deeds>(
  name: N,
  query: Parameters<Deeds[N]["run"]>[1],
): Promise<Awaited<ReturnType<Deeds[N]["run"]>>> {
  return (await createEngineCall(requireDataDir(), 0)(name, null, query)) as Awaited<
    ReturnType<Deeds[N]["run"]>
  >;
}
