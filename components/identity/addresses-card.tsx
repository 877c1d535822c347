import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { HOP_WORDS } from "@/lib/domain/summarize/chain/hop-words";
import { Card } from "@/components/ui/card";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityAddress } from "@/lib/domain/summarize/identities/identity-report";
import type { ClientAddress } from "@/lib/domain/summarize/requests/kubernetes-use";
import { formatDay } from "@/lib/domain/time/format-time";

interface AddressesCardProps {
  readonly addresses: readonly IdentityAddress[];
  /** Where its clients were, by the audit log. */
  readonly clients: readonly ClientAddress[];
}

/** Where its clients were, and from where credentials were asked for: the authenticator's log knows only AWS's own addresses. */
export function AddressesCard({ addresses, clients }: AddressesCardProps) {
  return (
    <Card title="From where" aside="its clients' addresses, and those that asked for its credentials">
      {addresses.length === 0 && clients.length === 0 ? (
        <p className="text-ink-2">
          Neither the audit log nor a record of its chains holds an address. The authenticator's log knows
          only AWS's own.
        </p>
      ) : null}
      {clients.length === 0 ? null : (
        <ul aria-label="Client addresses" className="mb-2.5 grid gap-1.5">
          {clients.map((one) => (
            <Client key={one.address} client={one} />
          ))}
        </ul>
      )}
      {addresses.length === 0 ? null : (
        <ul aria-label="Addresses" className="grid gap-1.5">
          {addresses.map((one) => (
            <Address key={`${one.address} ${one.hop}`} address={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Client({ client: { address, days, lastDayMs } }: { client: ClientAddress }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <SafeText text={address} className="font-mono text-xs font-semibold" />
      <span className="text-xs text-ink-2">
        kubectl or another client, on {formatPlural(days, "day")}, last on {formatDay(lastDayMs)}
      </span>
    </li>
  );
}

function Address({ address: { address, hop, lastMs, userAgent, attemptId } }: { address: IdentityAddress }) {
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <SafeText text={address} className="font-mono text-xs font-semibold" />
        <Link
          href={`/attempts/${attemptId}`}
          prefetch={false}
          className="text-xs text-accent hover:underline"
        >
          {HOP_WORDS[hop]}, <TimeText ms={lastMs} />
        </Link>
      </span>
      {userAgent === null ? null : (
        <SafeText text={userAgent} breakable className="block text-xs text-ink-3" />
      )}
    </li>
  );
}
