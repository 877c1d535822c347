import { tellVerdict } from "@/lib/domain/summarize/audit/audit-verdict";
import type { Clock } from "@/lib/ports/clock";
import { AuditFile } from "@/lib/state/audit/audit-file";
import { verifyAuditFile } from "@/lib/state/audit/verify-audit-file";
import { auditFile } from "../data-folder";
import type { Log } from "../log/create-log";
import { VERSION } from "../version";

const GATEBOOK = { kind: "local", id: "gatebook", name: "Gatebook", role: null } as const;

/**
 * Opens the log of the folder, for its one owner; notes the start in it. Each line is told in the program's log too, so
 * that it lives outside of this machine where that is collected (ASVS 16.4.3). A log that is not intact is told of, and
 * goes on. Throws where it cannot be opened.
 */
export async function openAuditLog(dataDir: string, clock: Pick<Clock, "now">, log: Log): Promise<AuditFile> {
  const path = auditFile(dataDir);
  const verdict = await verifyAuditFile(path);
  if (verdict.kind === "broken") log.error(`The audit log is not intact. ${tellVerdict(verdict)}`);
  const file = await AuditFile.open(path, {
    clock,
    emit: (line) => log.info({ audit: JSON.parse(line) as object }, "Noted in the audit log"),
    warn: (sentence) => log.warn(sentence),
  });
  const start = { deed: "started", viewer: GATEBOOK, peer: null, target: `Gatebook ${VERSION}` } as const;
  const facts = { intact: verdict.intact, broken: verdict.kind === "broken" };
  await file
    .note({ ...start, outcome: "done", facts })
    .catch((error: Error) => log.error({ err: error }, "The start could not be noted"));
  return file;
}
