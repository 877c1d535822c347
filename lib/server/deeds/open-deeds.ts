import type { Clock } from "@/lib/ports/clock";
import type { Investigations } from "@/lib/ports/investigations";
import { noteQuestions } from "../audit/note-questions";
import { openAuditLog } from "../audit/open-audit-log";
import type { Log } from "../log/create-log";
import { createDeeds } from "./create-deeds";

interface Parts {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Guarded. */
  readonly investigations: Investigations;
  readonly allowsAnyoneLinks: boolean;
}

/** Opens what people's deeds are kept in, and the log of them, for the one owner of the folder. */
export async function openDeeds({ log, ...parts }: Parts) {
  const { dataDir, clock } = parts;
  const audit = await openAuditLog(dataDir, clock, log);
  return {
    deeds: createDeeds({ ...parts, audit }),
    note: noteQuestions(audit, clock),
    close: () => audit.close(),
  };
}
