import type { WorkRow } from "../entrances/kept-work";
import type { AdminHolder } from "./admin-holder";

export interface HolderWithWork extends AdminHolder {
  readonly rows: readonly WorkRow[];
  /** Some of it may be another's who came under the same name. */
  readonly isShared: boolean;
}

/** What each did: requests under his usernames and principal, by session where the audit log tells it. */
export function workOfHolders(holders: readonly AdminHolder[], work: readonly WorkRow[]): HolderWithWork[] {
  const byUsername = new Map<string, AdminHolder[]>();
  for (const holder of holders)
    for (const username of holder.usernames)
      byUsername.set(username, [...(byUsername.get(username) ?? []), holder]);
  const found = new Map<AdminHolder, { rows: WorkRow[]; isShared: boolean }>();
  for (const row of work) {
    const own = (byUsername.get(row.username) ?? []).filter((holder) => mayBeOf(row, holder));
    for (const holder of own) {
      const known = found.get(holder) ?? { rows: [], isShared: false };
      known.rows.push(row);
      found.set(holder, { ...known, isShared: known.isShared || own.length > 1 });
    }
  }
  return holders.map((holder) => ({ ...holder, ...(found.get(holder) ?? { rows: [], isShared: false }) }));
}

function mayBeOf({ canonicalArn, sessionName }: WorkRow, holder: AdminHolder): boolean {
  if (canonicalArn !== null && holder.canonicalArn !== null && canonicalArn !== holder.canonicalArn)
    return false;
  const { sessionNames } = holder;
  return !sessionName || sessionNames.length === 0 || sessionNames.includes(sessionName);
}
