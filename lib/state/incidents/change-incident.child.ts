// Renames an incident to the next number until it is killed, and writes each number once the change is acknowledged.
import { writeSync } from "node:fs";
import { IncidentFolder } from "./incident-folder";

const by = { id: "local", name: "local" };
const folder = new IncidentFolder(String(process.argv[2]), { now: Date.now });
if ((await folder.list()).outlines.length === 0) await folder.create("0", by);
const [incident] = (await folder.list()).outlines;
if (incident === undefined) throw new Error("There is no incident");
writeSync(1, "open\n");
for (let next = Number(incident.title) + 1; ; next++) {
  const change = { kind: "rename", title: String(next) } as const;
  const { kind } = await folder.change(incident.id, change, { by, seenVersion: null });
  if (kind === "done") writeSync(1, `${next}\n`);
}
