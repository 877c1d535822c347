// Appends page after page until it is killed, and writes a page's number once the store has acknowledged it.
import { writeSync } from "node:fs";
import { COUNTED_SOURCE, countedPage, PAGE_STEP, RECORDS_OF_PAGE } from "@/lib/testing/counted-records";
import { openEventStore } from "../open-event-store";

const store = await openEventStore({ path: String(process.argv[2]) });
const { checkpoint } = await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
writeSync(1, "open\n");
const first = checkpoint === null ? 0 : (Number(checkpoint.cursor) - RECORDS_OF_PAGE) / PAGE_STEP + 1;
for (let page = first; ; page++) {
  await store.appendPage(countedPage(page * PAGE_STEP, RECORDS_OF_PAGE));
  writeSync(1, `${page}\n`);
}
