import { IdentityName } from "@/components/identity/identity-name";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Fact, FactList } from "@/components/ui/fact-list";
import type { Attempt, Caller } from "@/lib/domain/correlate/attempt";
import { roleNameOf } from "@/lib/domain/identity/principal";
import { ValueLink } from "./value-link";

/** The IAM principal that STS vouched for. */
export function CallerCard({ attempt }: { attempt: Attempt }) {
  const { caller } = attempt;
  return (
    <Card
      title="The caller in AWS"
      aside={caller === null ? undefined : "as STS named it to the authenticator"}
    >
      {caller === null ? (
        <p className="text-ink-2">
          Nobody is known: the token was turned down before STS vouched for anybody, or the log does not say
          whom.
        </p>
      ) : (
        <CallerFacts caller={caller} timeMs={attempt.timeMs} />
      )}
    </Card>
  );
}

function CallerFacts({ caller, timeMs }: { caller: Caller; timeMs: number }) {
  const role = roleNameOf(caller.canonicalArn ?? "");
  return (
    <FactList>
      <Fact name="ARN">
        <IdentityName value={caller.arn} />
      </Fact>
      <Fact name="Canonical ARN" note="What mappings are compared with: no session, no path">
        <IdentityName value={caller.canonicalArn} />
      </Fact>
      {role === "" ? null : (
        <Fact name="Role or user">
          <ValueLink name="role" value={role} timeMs={timeMs} />
        </Fact>
      )}
      <Fact name="Account">
        {caller.accountId ? (
          <ValueLink name="account" value={caller.accountId} timeMs={timeMs} />
        ) : (
          <Absent />
        )}
      </Fact>
      <Fact name="Unique id">
        <IdentityName value={caller.uniqueId} kind="unique-id" />
      </Fact>
      <Fact name="Session name">
        {caller.sessionName ? (
          <span className="inline-flex flex-wrap items-center gap-2">
            <ValueLink name="session" value={caller.sessionName} timeMs={timeMs} />
            <Chip tone={role.startsWith("AWSReservedSSO_") ? "plain" : "open"}>
              {role.startsWith("AWSReservedSSO_") ? "set by Identity Center" : "set by the caller"}
            </Chip>
          </span>
        ) : (
          <Absent />
        )}
      </Fact>
      <Fact name="Access key id">
        <IdentityName value={caller.accessKeyId} kind="key" />
      </Fact>
    </FactList>
  );
}

function Absent() {
  return <span className="text-ink-2">not in the log</span>;
}
