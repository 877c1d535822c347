import Link from "next/link";
import type { ReactNode } from "react";
import { clusterHref } from "@/components/clusters/cluster-words";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import { VALUES_SCOPE } from "@/components/values/value-menu-provider";
import { ValuesOf } from "@/components/values/values-of";
import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { IdentityCaller, IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { CountedList } from "./counted-list";
import { IdentityLink } from "./identity-link";
import { IdentityName } from "./identity-name";

/** Where it let them in, and as whom. */
export function KubernetesCard({ report }: { report: IdentityReport }) {
  const { username, group } = report.counts.facets;
  return (
    <Card title="In Kubernetes">
      <Part title="Clusters">
        <CountedList
          label="Clusters"
          distinct={report.counts.facets.cluster.distinct}
          rows={report.counts.facets.cluster.values.map(({ value, count }) => ({
            key: value,
            count,
            content: (
              <Link href={clusterHref(value)} prefetch={false} className="text-accent hover:underline">
                <SafeText text={value} />
              </Link>
            ),
          }))}
        />
      </Part>
      <Part title="Usernames">
        {username.distinct === 0 ? <None>None: it was never let in.</None> : null}
        <Values report={report} name="username" kind="username" label="Usernames" />
      </Part>
      <Part title="Groups">
        {group.distinct === 0 ? <None>None.</None> : null}
        <Values report={report} name="group" kind="group" label="Groups" />
      </Part>
    </Card>
  );
}

/** The names that callers gave their sessions, and their accounts. */
export function NamesCard({ report }: { report: IdentityReport }) {
  const { session, account } = report.counts.facets;
  if (session.distinct === 0 && account.distinct === 0) return null;
  return (
    <Card title="By which names">
      {session.distinct === 0 ? null : (
        <Part title="Session names">
          <Values report={report} name="session" kind="person" label="Session names" />
        </Part>
      )}
      {account.distinct === 0 ? null : (
        <Part title="AWS accounts">
          <Values report={report} name="account" kind="account" label="AWS accounts" />
        </Part>
      )}
    </Card>
  );
}

/** The principals of IAM that STS vouched for. */
export function CallersCard({ report: { callers, counts } }: { report: IdentityReport }) {
  return (
    <Card title="Through which roles and users" aside="as the authenticator compares them">
      {callers.length === 0 ? (
        <None>The log names none: every token failed before STS vouched for anybody.</None>
      ) : (
        <CountedList
          label="Roles and users"
          distinct={Math.max(callers.length, counts.totals.callers)}
          rows={callers.map((caller) => ({
            key: JSON.stringify(caller),
            count: caller.attempts,
            content: <CallerNames caller={caller} />,
          }))}
        />
      )}
    </Card>
  );
}

function CallerNames({ caller: { canonicalArn, uniqueId } }: { caller: IdentityCaller }) {
  return (
    <>
      {canonicalArn === null ? null : <IdentityName value={canonicalArn} />}
      {uniqueId ? (
        <span className="block text-xs text-ink-3">
          id <IdentityLink identity={{ kind: "unique-id", value: uniqueId }} />
        </span>
      ) : null}
    </>
  );
}

interface ValuesProps {
  readonly report: IdentityReport;
  readonly name: FacetName;
  readonly kind: IdentityKind;
  readonly label: string;
}

function Values({ report, name, kind, label }: ValuesProps) {
  const { values, distinct } = report.counts.facets[name];
  const rows = values.map(({ value, count }) => ({
    key: value,
    count,
    content:
      value === "" ? (
        <None>empty</None>
      ) : (
        <span {...VALUES_SCOPE} className="group inline-flex max-w-full items-center gap-1">
          <IdentityLink identity={{ kind, value }} text={value} />
          <ValuesOf name={name} value={value} range={{ from: report.firstMs, to: report.lastMs + 1 }} />
        </span>
      ),
  }));
  return rows.length === 0 ? null : <CountedList label={label} rows={rows} distinct={distinct} />;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-line pt-1.5 not-first:mt-2 not-first:border-t">
      <h3 className="mb-1 text-xs text-ink-2">{title}</h3>
      {children}
    </div>
  );
}

function None({ children }: { children: ReactNode }) {
  return <span className="text-ink-2">{children}</span>;
}
