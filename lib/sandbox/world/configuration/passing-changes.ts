import { DAY, dayOf, HOUR, MINUTE } from "../calendar";
import type { Team } from "../create-team";
import type { Cluster } from "../organisation/clusters";
import { roleOf } from "../organisation/roles";

/** A stretch of time: from, included, to, not. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Every third day somebody mistypes aws-auth of the dev cluster, and mends it 18 minutes later. */
export function misplacedOn(day: number): Stretch | null {
  if (day % 3 !== 1) return null;
  const fromMs = day * DAY + 10 * HOUR + 40 * MINUTE;
  return { fromMs, toMs: fromMs + 18 * MINUTE };
}

/** Whether mapRoles cannot be read just then. */
export function areGroupsMisplaced({ stage }: Cluster, atMs: number): boolean {
  const stretch = stage === "dev" ? misplacedOn(dayOf(atMs)) : null;
  return stretch !== null && holds(stretch, atMs);
}

/** Once a week a role is let in to prod for two hours. */
export function entryLentOn(day: number): Stretch | null {
  if (day % 7 !== 4) return null;
  const fromMs = day * DAY + 13 * HOUR;
  return { fromMs, toMs: fromMs + 2 * HOUR };
}

export function isEntryLent({ stage }: Cluster, atMs: number): boolean {
  const stretch = stage === "prod" ? entryLentOn(dayOf(atMs)) : null;
  return stretch !== null && holds(stretch, atMs);
}

const FORTNIGHT = 14;
const THURSDAY = 0;

/** On such days the CI's key is stolen. */
export function isIncidentDay(day: number): boolean {
  return day % FORTNIGHT === THURSDAY;
}

/** From the theft of the key to when the role is taken that may edit aws-auth. */
export const THEFT_AT = 13 * HOUR + 4 * MINUTE;
export const ROLE_TAKEN_AFTER = 38 * MINUTE;

/** When the thief's line stands in aws-auth of the first team's dev cluster. */
export function thiefsLineOn(day: number): Stretch | null {
  if (!isIncidentDay(day)) return null;
  const takenMs = day * DAY + THEFT_AT + ROLE_TAKEN_AFTER;
  return { fromMs: takenMs + MINUTE, toMs: takenMs + 24 * MINUTE };
}

/** Lines that stand in aws-auth for a while. */
export function lentRoles(team: Team, { stage }: Cluster, atMs: number) {
  const stretch = team.number === 0 && stage === "dev" ? thiefsLineOn(dayOf(atMs)) : null;
  if (stretch === null || !holds(stretch, atMs)) return [];
  const { accountId, name } = roleOf(team, "github-deploy");
  const arn = `arn:aws:iam::${accountId}:role/${name}`;
  return [{ arn, username: "kubernetes-admin", groups: ["system:masters"] }];
}

function holds({ fromMs, toMs }: Stretch, atMs: number): boolean {
  return atMs >= fromMs && atMs < toMs;
}
