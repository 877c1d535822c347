import { whereIs } from "@/components/access/back-end-words";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { TextField } from "@/components/ui/text-field";
import type { Becomer } from "@/lib/domain/explain/mapped/who-can-become";
import type { BecomeReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { Asked } from "./asked";

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

function Holders({ report: { entries, accounts }, name, kind }: HoldersProps) {
  const wanted = kind === "username" ? "as " : "with the group ";
  if (entries.length + accounts.length === 0)
    return (
      <p className="mt-3" role="status">
        By what is known, nobody can come in {wanted}
        <SafeText text={name} className="font-mono text-xs" />.
      </p>
    );
  return (
    <div className="mt-3" role="status">
      <p>
        {wanted === "as " ? "As " : "With the group "}
        <SafeText text={name} className="font-mono text-xs" /> can come in:
      </p>
      <ul className="mt-1 grid gap-1">
        {entries.map((one) => (
          <li key={`${one.backEnd} ${one.entry.arn} ${one.entry.place?.line ?? ""}`}>
            <SafeText text={one.entry.arn} breakable className="font-mono text-xs" /> {sessionWords(one)}
            <span className="text-ink-2">
              {" "}
              · {whereIs(one.backEnd, one.entry)}
              {kind === "group" ? " · as " : ""}
            </span>
            {kind === "group" ? (
              <SafeText text={one.username} breakable className="font-mono text-xs" />
            ) : null}
          </li>
        ))}
        {accounts.map((account) => (
          <li key={account}>that principal of account {account}, which aws-auth lets in as a whole</li>
        ))}
      </ul>
    </div>
  );
}

function sessionWords({ session }: Becomer) {
  if (session === null) return null;
  if (session.kind !== "named") return session.kind === "instance" ? "on an EC2 instance" : "in any session";
  return (
    <>
      in a session called <SafeText text={session.name} className="font-mono text-xs" />, which whoever takes
      the role chooses
    </>
  );
}
