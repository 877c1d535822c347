import type { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { keyOfPlace, type LookupKey, type LookupPlace } from "@/lib/domain/correlate/lookups/lookup";
import type { EventHistory } from "@/lib/ports/event-history";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { toSourceError } from "../aws/to-source-problem";
import { TRAIL_SERVICES } from "../aws/trail-record";
import { type LookupWish, recordsOf, requestPage } from "./lookup-page";
import { wholeSeconds } from "@/lib/domain/time/whole-seconds";

/** A call's name and time may fit many events; what is asked for is among the newest, or in vain. */
const MOST_PAGES = 4;

/** LookupEvents' own names (facts: aws §1.2). */
const ATTRIBUTES: Readonly<Record<LookupKey, LookupWish["key"]>> = {
  "key-used": "AccessKeyId",
  issued: "ResourceName",
  user: "Username",
  call: "EventName",
  service: "EventSource",
};

export interface EventHistoryOptions extends LookupPlace {
  readonly client: CloudTrailClient;
  /** Of LookupEvents in this account and Region. */
  readonly budget: RequestBudget;
}

/** Single look-ups in the event history of one account and Region (facts: aws §1.6). */
export function createEventHistory(options: EventHistoryOptions): EventHistory {
  const { client, budget, accountId, region } = options;
  const stream = keyOfPlace(options);
  const what = `CloudTrail of ${accountId} in ${region}`;
  return {
    async find({ by, value, range }, { urgency, signal }): Promise<SourceRecord[]> {
      const records: SourceRecord[] = [];
      const asked = { key: ATTRIBUTES[by], value, range: wholeSeconds(range) };
      let token: string | null = null;
      try {
        for (let page = 0; page < MOST_PAGES; page++) {
          const wish: LookupWish = { ...asked, token };
          const answer = await budget.send(() => requestPage(client, wish, signal), { signal, urgency });
          records.push(...recordsOf(answer, stream, isOfService));
          token = answer.NextToken ?? null;
          if (token === null || token === wish.token) break;
        }
        return records;
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, { what, region, action: "cloudtrail:LookupEvents" });
      }
    },
  };
}

/** What else a key did is nobody's affair here. */
function isOfService(eventSource: string): boolean {
  return TRAIL_SERVICES.some((service) => service === eventSource);
}
