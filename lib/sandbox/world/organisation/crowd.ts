import { personOf, type Team } from "../create-team";
import type { Person } from "./people";

const PEOPLE = 50;
/** One team of each account has such a crowd. */
const CROWDED = 3;

/** Fifty people more, who share one permission set; none in most teams. */
export function crowdOf(team: Team): readonly Person[] {
  if (team.number >= CROWDED) return [];
  return Array.from({ length: PEOPLE }, (_, n) => {
    const number = String(n).padStart(2, "0");
    return {
      ...personOf(team, "erin"),
      email: `${team.prefix}worker.${number}@example.com`,
      userId: `d2c5f4e4-10a1-70b4-9d3e-1${String(team.number).padStart(7, "0")}00${number}`,
      ip: `203.0.113.${150 + (n % 40)}`,
      mappings: {},
    };
  });
}
