import { PART_WORDS } from "@/components/access/part-words";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { TextField } from "@/components/ui/text-field";
import type { BecomeReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { Asked } from "./asked";
import { BecomerTable } from "./becomer-table";

interface BecomeCardProps {
  readonly asked: Asked;
  readonly report: BecomeReport | null;
}

/** Who can come in as a username, or with a group? */
export function BecomeCard({ asked, report }: BecomeCardProps) {
  return (
    <Card title="Who can become somebody?">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Question asked={asked} kind="username" label="Kubernetes username" placeholder="kubernetes-admin" />
        <Question asked={asked} kind="group" label="or group" placeholder="system:masters" />
      </div>
      {report === null || asked.identity === null ? null : (
        <Holders report={report} name={asked.identity.name} kind={asked.identity.kind} />
      )}
    </Card>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly kind: "username" | "group";
  readonly label: string;
  readonly placeholder: string;
}

function Question({ asked: { cluster, who, identity }, kind, label, placeholder }: QuestionProps) {
  return (
    <form
      action={`/clusters/${encodeURIComponent(cluster)}/what-if`}
      className="flex flex-wrap items-end gap-2"
    >
      <TextField
        label={label}
        name={kind}
        value={identity?.kind === kind ? identity.name : ""}
        placeholder={placeholder}
      />
      {who === null ? null : <input type="hidden" name="who" value={who.who} />}
      {who === null || who.sessionName === null ? null : (
        <input type="hidden" name="session" value={who.sessionName} />
      )}
      <button type="submit" className={CONTROL}>
        Ask
      </button>
    </form>
  );
}

interface HoldersProps {
  readonly report: BecomeReport;
  readonly name: string;
  readonly kind: "username" | "group";
}

function Holders({ report, name, kind }: HoldersProps) {
  const { entries, accounts } = report;
  const isNobody = entries.length + accounts.length === 0;
  const wanted = <SafeText text={name} className="font-mono text-xs" />;
  return (
    <div className="mt-3" role="status">
      <p className="mb-1">
        {isNobody ? "By what is known, nobody can come in " : "These can come in "}
        {kind === "username" ? "as " : "with the group "}
        {wanted}
        {isNobody ? "." : ":"}
      </p>
      {entries.length === 0 ? null : <BecomerTable entries={entries} />}
      {accounts.map((account) => (
        <p key={account} className="mt-1">
          That principal of account {account}, which aws-auth lets in as a whole (mapAccounts).
        </p>
      ))}
      <p className="mt-2 text-xs text-ink-2">{unknownParts(report)}</p>
    </div>
  );
}

/** What is not known could name more of them. */
function unknownParts({ parts }: BecomeReport): string {
  const unknown = (["mode", "hidden", "accessEntries", "awsAuth"] as const).filter(
    (part) => parts[part].certainty === "unknown",
  );
  if (unknown.length === 0) return "";
  return `Not known here: ${unknown.map((part) => PART_WORDS[part]).join(", ")}. Where the cluster's mode asks them, there may be more.`;
}
