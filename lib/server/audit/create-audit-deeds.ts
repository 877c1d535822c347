import type { AuditListQuery, AuditPage } from "@/lib/domain/summarize/audit/audit-filter";
import { MOST_AUDIT_ROWS } from "@/lib/domain/summarize/audit/audit-filter";
import type { AuditVerdict } from "@/lib/domain/summarize/audit/audit-verdict";
import { listAuditFile } from "@/lib/state/audit/list-audit-file";
import { verifyAuditFile } from "@/lib/state/audit/verify-audit-file";
import type { Asker } from "../access/asker";
import { auditFile } from "../data-folder";
import type { DeedParts } from "../deeds/deed";

/** A page of the log, and what the check of it found; null = it was not asked for. */
export interface AuditAnswer extends AuditPage {
  readonly verdict: AuditVerdict | null;
}

/** Something that leaves as a file. `what`: `attempts as csv`; `query`: the canonical filter. */
export interface ExportNote {
  readonly what: string;
  readonly query: string;
  readonly rows: number;
}

/** The audit log for admins; and what the web process alone knows of and has noted (facts: security §3.5, §6). */
export function createAuditDeeds({ dataDir, audit }: Pick<DeedParts, "dataDir" | "audit">) {
  const path = auditFile(dataDir);
  return {
    listAudit: {
      least: "admin",
      run: async (_asker: Asker, query: AuditListQuery): Promise<AuditPage> =>
        listAuditFile(path, { ...query, limit: Math.max(1, Math.min(query.limit, MOST_AUDIT_ROWS)) }),
    },
    verifyAudit: {
      least: "admin",
      run: (_asker: Asker, _query: null): Promise<AuditVerdict> => verifyAuditFile(path),
    },
    /** Before the first byte leaves: where it cannot be noted, it is refused. */
    noteExport: {
      least: "auditor",
      run: async ({ viewer, peer }: Asker, { what, query, rows }: ExportNote): Promise<null> => {
        const facts = { rows, query };
        await audit.note({ deed: "export", viewer, peer, target: what, outcome: "done", facts });
        return null;
      },
    },
  } as const;
}
