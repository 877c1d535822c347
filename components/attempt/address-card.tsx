import { Card } from "@/components/ui/card";
import { Fact, FactList } from "@/components/ui/fact-list";
import { SafeText } from "@/components/ui/safe-text";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import type { AttemptDetail, LineEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import { AWS_ADDRESS } from "./address-words";

interface AddressCardProps {
  readonly detail: AttemptDetail;
  /** From where requests were sent while the token was good, by the audit log. */
  readonly clientIps: readonly string[];
}

/** Every address in the records, and whose it is. */
export function AddressCard({ detail, clientIps }: AddressCardProps) {
  const { lines, events, attempt, chain } = detail;
  if (isRebuilt(attempt)) return <AuditAddress lines={lines} />;
  const clients = [...new Set(lines.flatMap(clientOf))];
  const source = events.find((event) => event.chosen)?.sourceIp ?? null;
  return (
    <Card title="Addresses">
      <FactList>
        <Fact name="client in the log" note={AWS_ADDRESS.client}>
          <SafeText text={clients.join(", ") || "not in the log"} className="font-mono text-xs" />
        </Fact>
        <Fact name="Source IP at STS" {...(source === null ? {} : { note: AWS_ADDRESS.sts })}>
          <SafeText text={source ?? "no event chosen"} className="font-mono text-xs" />
        </Fact>
        {attempt.stsEndpoint === null ? null : (
          <Fact name="STS endpoint" note="The token's signer chose it">
            <SafeText text={attempt.stsEndpoint} className="font-mono text-xs" />
          </Fact>
        )}
        {clientIps.length > 0 ? (
          <Fact name="The client's" note={AWS_ADDRESS.audit}>
            <SafeText text={clientIps.join(", ")} breakable className="font-mono text-xs" />
          </Fact>
        ) : (
          <Fact name="The person's" note={chain.hops.length === 0 ? AWS_ADDRESS.person : AWS_ADDRESS.chain}>
            <span className="text-ink-2">not seen</span>
          </Fact>
        )}
      </FactList>
    </Card>
  );
}

/** The API server sees the person's own address, or that of the last proxy before it. */
function AuditAddress({ lines }: { lines: readonly LineEvidence[] }) {
  const read = lines.map(({ text }) => readAuditEvent(text));
  const address = read.flatMap((one) => (one.ok && one.event.sourceIp ? [one.event.sourceIp] : []));
  const agent = read.flatMap((one) => (one.ok && one.event.userAgent ? [one.event.userAgent] : []));
  return (
    <Card title="Addresses">
      <FactList>
        <Fact name="Source IP" note={AWS_ADDRESS.audit}>
          <SafeText text={address[0] ?? "not in the event"} className="font-mono text-xs" />
        </Fact>
        <Fact name="User agent" note="The caller chose it">
          <SafeText text={agent[0] ?? "not in the event"} className="font-mono text-xs" />
        </Fact>
      </FactList>
    </Card>
  );
}

function clientOf({ text }: LineEvidence): string[] {
  const record = parseAuthenticatorLine(text);
  if (record.kind === "text" || record.event.type === "other" || !record.event.client) return [];
  return [record.event.client];
}
