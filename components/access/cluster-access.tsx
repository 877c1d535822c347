import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { ChangesCard } from "./changes-card";
import { FindingsCard } from "./findings-card";
import { MappingsCard } from "./mappings-card";

/** Who may come in to a cluster, what to know about that, and how it became so. */
export function ClusterAccess({ report }: { report: ConfigurationReport }) {
  return (
    <>
      <div id="who-may-come-in" className="scroll-mt-4">
        <MappingsCard report={report} />
      </div>
      {report.findings.length === 0 ? null : (
        <div id="findings" className="scroll-mt-4">
          <FindingsCard findings={report.findings} />
        </div>
      )}
      <div id="changes" className="scroll-mt-4">
        <ChangesCard report={report} />
      </div>
    </>
  );
}
