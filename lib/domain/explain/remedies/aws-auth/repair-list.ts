import { readConfigMap } from "../../../parse/aws-auth/read-config-map";
import type { AwsAuthList } from "../../../parse/aws-auth/aws-auth";
import type { ListCorrection } from "./correction";
import { LINE_REPAIRS } from "./line-repairs";
import { contentOf, same } from "./reading";

/** Each try reads the whole text, and one list may have several mistakes. */
const LONGEST = 30_000;
const MOST_REPAIRS = 12;

/** The text with a list that can be read again, mended line by line; null = its mistakes are none of people's common ones. */
export function repairList(text: string, { list }: ListCorrection): string | null {
  if (text.length > LONGEST) return null;
  let now = text;
  for (let count = 0; count < MOST_REPAIRS; count++) {
    const lost = lostAt(now, list);
    if (lost === null) return now !== text && isWhole(text, now, list) ? now : null;
    const next = mend(now, list, lost);
    if (next === null) return null;
    now = next;
  }
  return null;
}

/** The first repair after which the mistake is gone, or another one follows further down. */
function mend(text: string, list: AwsAuthList, lost: number): string | null {
  const lines = text.split("\n");
  for (const at of [lost - 1, lost - 2]) {
    for (const repair of LINE_REPAIRS) {
      const after = repair(lines, at)?.join("\n") ?? null;
      const next = after === null ? lost : lostAt(after, list);
      if (next === null || next > lost) return after;
    }
  }
  return null;
}

/** The line of the mistake that empties the list; null = it can be read. What is broken around its lists is no better. */
function lostAt(text: string, list: AwsAuthList): number | null {
  const { awsAuth, problems } = readConfigMap(text);
  if (problems.some(({ code }) => code === "not-yaml")) return 0;
  const lost = awsAuth.problems.find((problem) => problem.list === list && problem.loses === "list");
  return lost === undefined ? null : (lost.place?.line ?? 0);
}

/** Every entry has a principal and a username, nothing of the list is passed over, and the other lists are as they were. */
function isWhole(before: string, after: string, list: AwsAuthList): boolean {
  const [was, is] = [readConfigMap(before).awsAuth, readConfigMap(after).awsAuth];
  const ofOthers = ({ entries }: typeof was) => entries.filter((entry) => entry.list !== list).map(contentOf);
  const own = is.entries.filter((entry) => entry.list === list);
  return (
    same(ofOthers(was), ofOthers(is)) &&
    own.every(({ arn, username }) => arn !== "" && username !== "") &&
    !is.problems.some((problem) => problem.list === list) &&
    (own.length > 0 || list === "mapAccounts")
  );
}
