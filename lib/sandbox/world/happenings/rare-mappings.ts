import { HOUR } from "../calendar";
import { notMappedError } from "../lines/attempt-lines";
import { RARE_MAPPINGS } from "../lines/rare-mappings";
import type { Dialect } from "../organisation/clusters";
import { checkToken } from "./check-token";
import { isDue, spotOf } from "./rare-refusals";
import { chanceFor, type Scene } from "./scene";
import { takeAsInstance } from "./take-role";

const BUILDS: readonly Dialect[] = ["current", "middle", "older", "oldest"];

/** An instance outside of the cluster is refused in every way that mappings can fail, within a fortnight. */
export function rareMappings(scene: Scene): void {
  for (const [place, { story, spokenBy, error }] of RARE_MAPPINGS.entries())
    for (const dialect of spokenBy)
      if (isDue(scene, place, dialect)) refuse(scene, { story, dialect, text: error(dialect, "") });
  for (const [place, dialect] of BUILDS.entries())
    if (isDue(scene, place, dialect)) refuse(scene, { story: "not mapped", dialect, text: null });
}

/** null: nobody knows the caller, in the words of the build. */
function refuse(
  scene: Scene,
  refusal: { readonly story: string; readonly dialect: Dialect; readonly text: string | null },
): void {
  const { story, dialect, text } = refusal;
  const chance = chanceFor(scene, `rare/${dialect}/${text}`);
  const atMs = scene.startMs + chance.int(HOUR, 22 * HOUR);
  const spot = spotOf(scene, dialect, atMs);
  if (spot === null) return;
  const session = takeAsInstance(scene, {
    role: "staging-node",
    instanceId: `i-0${chance.hex(16)}`,
    timeMs: atMs - 20_000,
  });
  const outcome = text ?? notMappedError(dialect, session);
  checkToken(scene, { ...spot, atMs, session, story, outcome, decideMs: chance.int(2, 300) });
}
