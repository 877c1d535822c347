import { howKnown, PART_WORDS } from "@/components/access/part-words";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { TextField } from "@/components/ui/text-field";
import type { WhatIfReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { Asked } from "./asked";
import { SomebodyAnswer } from "./somebody-answer";

interface SomebodyCardProps {
  readonly asked: Asked;
  readonly report: WhatIfReport | null;
}

/** As whom would somebody come in? */
export function SomebodyCard({ asked: { cluster, who, identity }, report }: SomebodyCardProps) {
  return (
    <Card title="As whom would somebody come in?">
      <form
        action={`/clusters/${encodeURIComponent(cluster)}/what-if`}
        className="flex flex-wrap items-end gap-2"
      >
        <TextField
          label="Who"
          name="who"
          value={who?.who ?? ""}
          placeholder="ARN, e-mail, permission set, role or user"
          wide
        />
        <TextField label="Session name" name="session" value={who?.sessionName ?? ""} placeholder="any" />
        {identity === null ? null : <input type="hidden" name={identity.kind} value={identity.name} />}
        <button type="submit" className={CONTROL}>
          Ask
        </button>
      </form>
      {report === null ? null : <Answers report={report} />}
    </Card>
  );
}

function Answers({ report: { answers, parts } }: { report: WhatIfReport }) {
  if (answers.length === 0)
    return (
      <p className="mt-3" role="status">
        Nobody is known by that name: no entry names such a role, and nobody came by it within ninety days. An
        ARN can always be asked about.
      </p>
    );
  return (
    <div className="mt-3" role="status">
      <ul className="grid gap-3">
        {answers.map((answer) => (
          <li key={answer.caller.arn} className="border-t border-line pt-3">
            <SomebodyAnswer answer={answer} isAlone={answers.length === 1} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-ink-2">
        {(["mode", "accessEntries", "awsAuth"] as const)
          .filter((part) => parts[part].certainty !== "unknown")
          .map((part) => `${PART_WORDS[part]}: ${howKnown(parts[part])}`)
          .join(" · ")}
      </p>
    </div>
  );
}
