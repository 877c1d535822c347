import { Card } from "@/components/ui/card";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { changeKeyOf } from "@/lib/domain/summarize/incidents/change-key";
import { ChangeItem } from "./change-item";

/** Every change of who may come in that is known, newest first: who made it, what it took and gave, whom it concerned. */
export function ChangesCard({ report: { cluster, changes } }: { report: ConfigurationReport }) {
  return (
    <Card title="Changes" aside="of mode, access entries, aws-auth, roles and bindings">
      {changes.length === 0 ? (
        <p className="text-ink-2">
          None is known. Changes are told by CloudTrail's events of EKS and by the cluster's audit log, as far
          back as they are read; what was read at two times and differed is told too.
        </p>
      ) : (
        <ol className="grid">
          {changes.map((change, i) => (
            <ChangeItem key={changeKeyOf(change)} change={change} cluster={cluster} isOpen={i === 0} />
          ))}
        </ol>
      )}
    </Card>
  );
}
