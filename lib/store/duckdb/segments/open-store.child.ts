// Opens a store, which upgrades an older one, and says before and after that it does.
import { writeSync } from "node:fs";
import { openEventStore } from "../open-event-store";

writeSync(1, "opening\n");
const store = await openEventStore({ path: String(process.argv[2]) });
writeSync(1, "open\n");
await store.close();
