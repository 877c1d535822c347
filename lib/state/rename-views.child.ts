// Renames a view to the next number until it is killed, and writes each number once the change is acknowledged.
import { writeSync } from "node:fs";
import { ViewFile } from "./view-file";

const file = new ViewFile(String(process.argv[2]), { now: Date.now });
if ((await file.list()).views.length === 0) await file.change({ kind: "save", name: "0", query: "v=1" });
const [view] = (await file.list()).views;
if (view === undefined) throw new Error("There is no view");
writeSync(1, "open\n");
for (let next = Number(view.name) + 1; ; next++) {
  const { kind } = await file.change({ kind: "rename", id: view.id, name: String(next) });
  if (kind === "done") writeSync(1, `${next}\n`);
}
