import { describeRequest } from "../../../explain/request-words";
import { whoMadeRequest } from "../../../explain/who-made-request";
import type { SentencePart } from "../../../explain/sentence-part";
import { formatMoment } from "../../../time/format-time";
import { isRead } from "./near-questions";
import type { CountedMaker } from "./request-makers";
import type { TracedRequest } from "../../requests/request-page";
import type { WhoDidThisFacts } from "./who-did-this-facts";

/** The answer in a sentence or two. */
export function didThisVerdict(facts: WhoDidThisFacts, makers: readonly CountedMaker[]): SentencePart[] {
  const { rows, total } = facts;
  const [newest] = rows;
  if (newest === undefined) return nothingKept(facts);
  if (total === 1) return [...deed(newest, "At"), ...doubt(newest)];
  const [first] = makers;
  const all =
    total > rows.length
      ? `Of ${total} requests the newest ${rows.length} were made by `
      : `${total} requests match, made by `;
  if (makers.length === 1 && first !== undefined)
    return [{ text: all }, nameOf(first), { text: ". The newest: " }, ...deed(newest), ...doubt(newest)];
  const shown = makers.slice(0, NAMED);
  const names = shown.flatMap((maker, i): SentencePart[] => [
    { text: i === 0 ? "" : makers.length <= NAMED && i === shown.length - 1 ? " and " : ", " },
    nameOf(maker),
    { text: ` (${maker.requests})` },
  ]);
  const more = makers.length > NAMED ? ` and ${makers.length - NAMED} more` : "";
  return [{ text: all }, ...names, { text: `${more}. The newest: ` }, ...deed(newest)];
}

const NAMED = 3;

/** `At 20 Nov 12:00:00 UTC alice@example.com deleted namespace shop at prod, as kubernetes-admin.` */
function deed(row: TracedRequest, at: "At" | "at" = "at"): SentencePart[] {
  const { timeMs, cluster, kubernetes } = row.request;
  return [
    { text: `${at} ${formatMoment(timeMs)} UTC ` },
    nameOf(whoMadeRequest(row)),
    { text: ` ${describeRequest(row.request)} at ` },
    { text: cluster, strong: true },
    { text: ", as " },
    { text: kubernetes.username, code: true },
    { text: "." },
  ];
}

/** Why the one who is named may be another. */
function doubt({ sessions, origin }: TracedRequest): SentencePart[] {
  if (sessions.length === 0)
    return [{ text: " No attempt is stored that let them in, so only the record's own words are known." }];
  if (sessions.length > 1) return [{ text: ` ${sessions.length} sessions fit, so it may be another's.` }];
  if (origin === null || origin.confidence === null)
    return [{ text: " Who is behind that session is not known." }];
  return origin.confidence === "timed" ? [{ text: " That is joined by time, and probable." }] : [];
}

function nothingKept({ query, unread, also }: WhoDidThisFacts): SentencePart[] {
  const none: SentencePart = { text: "No request that is kept matches." };
  if (also.length > 0) return [none, { text: " What was deleted with it may have done it: see below." }];
  if (isRead(query))
    return [none, { text: " Reads that were allowed are not kept: the audit log has to be asked for them." }];
  if (unread.length > 0)
    return [none, { text: " That proves nothing: the audit log is not read for all of this time." }];
  return [
    none,
    {
      text: " As far as it is kept nobody who came in through IAM did it in this time; a node, or something inside the cluster, may have.",
    },
  ];
}

function nameOf({ text, claimed }: { readonly text: string; readonly claimed: boolean }): SentencePart {
  return claimed ? { text, strong: true, claimed } : { text, strong: true };
}
