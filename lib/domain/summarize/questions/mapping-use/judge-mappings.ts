import { mappingsOf } from "../../../explain/configuration/open-known";
import { checkNames } from "../../../explain/findings/name-rules";
import { decisionOfEntry } from "../../../explain/mapped/decision-of-entry";
import { mapIdentity } from "../../../explain/mapping/map-identity";
import { openConfiguration } from "../../../explain/mapping/open-configuration";
import type { OpenBackEnd } from "../../../explain/mapping/open-back-end";
import { removalForms } from "../../../explain/questions/removal-forms";
import type { MappingRow } from "../../configuration/configuration-report";
import { listMappings } from "../../configuration/list-mappings";
import { comerOf, type Entrance } from "../entrances/entrance";
import { mappingKey } from "../entrances/mapping-key";
import { toUses } from "../entrances/uses";
import { createAfterRemoval, isSameEntry, type MappedComer, NOBODY_AFTER } from "./after-removal";
import type { Attributed } from "./attribute-entrances";
import { keeperOf } from "./keeper-of";
import type { MappingUseFacts } from "./mapping-use-facts";
import { standsSince } from "./stands-since";
import type { MappingState, UsedMapping } from "./used-mapping";

/** Each mapping of now with who came by it, and what becomes of them without it. */
export function judgeMappings(
  { cluster, region, entrances, stretches, bounds, readSinceMs }: MappingUseFacts,
  attributed: ReadonlyMap<string, Attributed>,
): UsedMapping[] {
  const now = stretches.at(-1);
  if (now === undefined) return [];
  const { known, awsAuthText } = now;
  const backEnds = openConfiguration(mappingsOf(known));
  const comers = comersNow(entrances, backEnds);
  const after = createAfterRemoval(known);
  const since = standsSince(stretches, bounds);
  const place = { cluster, region, awsAuthText };
  return listMappings(known).map((row): UsedMapping => {
    const key = mappingKey(row.backEnd, row.entry);
    const keeper = keeperOf(row);
    const { state, shadowedBy } = decides(row, backEnds);
    const decided = state === "unused" ? peopleFirst(comers.get(key) ?? []) : [];
    const uses =
      state === "shadowed" && isDouble(row, shadowedBy) ? null : toUses(attributed.get(key)?.entrances ?? []);
    return {
      ...row,
      state: state === "unused" && uses !== null ? "used" : state,
      keeper,
      uses,
      knownSinceMs: readSinceMs === null ? null : Math.max(readSinceMs, since.get(key) ?? 0),
      isStatic: checkNames(row.entry).some(({ code }) => code === "static-username"),
      shadowedBy,
      removal: keeper === "node" || keeper === "aws" ? [] : removalForms(place, row),
      after: decided.length === 0 ? NOBODY_AFTER : after(row.entry, decided),
    };
  });
}

/** `unused` stands for both: whether it is used, the log tells. */
function decides(
  { backEnd, isRead, entry, type }: MappingRow,
  backEnds: readonly OpenBackEnd[],
): { readonly state: MappingState; readonly shadowedBy: UsedMapping["shadowedBy"] } {
  const plain = (state: MappingState) => ({ state, shadowedBy: null });
  if (!isRead) return plain("not-read");
  if (type !== null && type !== "STANDARD" && entry.username === "") return plain("unknown");
  if (entry.sso !== null) return plain("unused");
  const decision = decisionOfEntry(entry, backEnds)?.decision;
  if (decision?.outcome !== "granted") return plain("never-matches");
  const isOwn =
    decision.backEnd === backEnd &&
    decision.entry !== null &&
    [decision.entry, ...decision.rivals].some((one) => isSameEntry(one, entry));
  if (isOwn) return plain("unused");
  const { entry: other, backEnd: where } = decision;
  return other === null
    ? plain("never-matches")
    : { state: "shadowed", shadowedBy: { backEnd: where, entry: other } };
}

/** Of two entries of one key in one place only the last counts, and all uses are its. */
function isDouble({ backEnd, entry }: MappingRow, by: UsedMapping["shadowedBy"]): boolean {
  return by !== null && mappingKey(by.backEnd, by.entry) === mappingKey(backEnd, entry);
}

function peopleFirst(comers: readonly MappedComer[]): MappedComer[] {
  const isPerson = ({ kind }: MappedComer) => kind === "person";
  return [...comers.filter(isPerson), ...comers.filter((one) => !isPerson(one))];
}

const MOST_ASKED = 200;

/** Who came, by the mapping that would let them in just now; people always, of others so many. */
function comersNow(
  entrances: readonly Entrance[],
  backEnds: readonly OpenBackEnd[],
): Map<string, MappedComer[]> {
  const found = new Map<string, MappedComer[]>();
  const seen = new Set<string>();
  for (const entrance of entrances) {
    const { caller } = entrance;
    if (caller === null) continue;
    const comer = comerOf(entrance);
    const who = JSON.stringify([caller.canonicalArn, comer.kind, comer.name]);
    if (seen.has(who)) continue;
    seen.add(who);
    const decision = mapIdentity(caller, backEnds);
    if (decision.outcome === "denied") continue;
    const key = mappingKey(decision.backEnd, decision.entry);
    const known = found.get(key);
    const told = { ...comer, caller, decision };
    if (known === undefined) found.set(key, [told]);
    else if (known.length < MOST_ASKED || comer.kind === "person") known.push(told);
  }
  return found;
}
