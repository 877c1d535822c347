import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import type { IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import { CountedList } from "./counted-list";
import { IdentityLink } from "./identity-link";

const SHOWN: readonly (readonly [IdentityKind, string])[] = [
  ["person", "People"],
  ["role", "IAM roles"],
  ["user", "IAM users"],
  ["username", "Kubernetes usernames"],
  ["group", "Kubernetes groups"],
  ["instance", "Instances"],
];

/** Where to start: what can be looked up, and who came most. */
export function IdentitiesScreen({ active }: { active: readonly IdentityHit[] }) {
  const lists = SHOWN.map(([kind, title]) => ({
    kind,
    title,
    hits: active.filter((hit) => hit.kind === kind),
  }));
  return (
    <div className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div>
        <h1 className="text-xl font-semibold">Who did what, across clusters and time</h1>
        <p className="mt-1 max-w-prose text-ink-2">
          Paste whatever names somebody into the box above (Ctrl K) and see all that is stored of him, her or
          it. The text is read in your browser; only names, ids and whole lines of the authenticator's log are
          looked up. Secrets are refused and sent nowhere.
        </p>
      </div>
      <Card title="What can be pasted">
        <WhatCanBePasted active={active} />
      </Card>
      <h2 className="text-sm font-semibold">Most active, people first</h2>
      {active.length === 0 ? (
        <p className="text-ink-2">No attempt is stored yet. See Clusters for what is read.</p>
      ) : null}
      <div className="gap-3.5 space-y-3.5 lg:columns-2">
        {lists
          .filter(({ hits }) => hits.length > 0)
          .map(({ kind, title, hits }) => (
            <div key={kind} className="break-inside-avoid">
              <Card title={title}>
                <CountedList
                  label={title}
                  rows={hits.map((hit) => ({
                    key: hit.value,
                    count: hit.attempts,
                    content: <IdentityLink identity={hit} />,
                  }))}
                />
              </Card>
            </div>
          ))}
      </div>
    </div>
  );
}

function WhatCanBePasted({ active }: { active: readonly IdentityHit[] }) {
  const example = (kind: IdentityKind) => {
    const hit = active.find((one) => one.kind === kind);
    return hit === undefined ? null : <IdentityLink identity={hit} text={hit.value} />;
  };
  return (
    <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <What name="An e-mail or user name">{example("person")}</What>
      <What name="An ARN: role, user, assumed role">{example("role")}</What>
      <What name="A Kubernetes username, group or uid">{example("username")}</What>
      <What name="An access key id or unique id">
        <Code>ASIA…</Code>, <Code>AKIA…</Code>, <Code>AROA…</Code>, <Code>AIDA…</Code>
      </What>
      <What name="An id of an event">CloudTrail's, CloudWatch's, or that of an attempt</What>
      <What name="A whole line or record">
        a line of the authenticator's log, a CloudTrail record, an event of the audit log, as JSON or as your
        log viewer shows it
      </What>
      <What name="An error message">
        <Code>… is forbidden: User "alice" cannot …</Code>
      </What>
    </dl>
  );
}

function What({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 max-sm:mb-1.5">{children ?? "–"}</dd>
    </>
  );
}

function Code({ children }: { children: ReactNode }) {
  return <code className="rounded bg-sunken px-1 text-xs">{children}</code>;
}
