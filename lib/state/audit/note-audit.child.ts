// Notes number after number until it is killed, and writes each once it is acknowledged.
import { writeSync } from "node:fs";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { AuditFile } from "./audit-file";

const log = await AuditFile.open(String(process.argv[2]), {
  clock: { now: Date.now },
  emit: () => undefined,
  warn: () => undefined,
});
writeSync(1, "open\n");
for (let round = 0; ; round++)
  await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const target = `${process.pid}-${round}-${index}`;
      await log.note({ deed: "view", viewer: LOCAL_VIEWER, peer: null, target, outcome: "done" });
      writeSync(1, `${target}\n`);
    }),
  );
