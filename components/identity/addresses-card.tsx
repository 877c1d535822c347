import Link from "next/link";
import { HOP_WORDS } from "@/components/attempt/chain-words";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityAddress } from "@/lib/domain/summarize/identity-report";
import { formatMoment } from "@/lib/domain/time/format-time";

/** From where credentials were asked for: the log itself knows only AWS's own addresses. */
export function AddressesCard({ addresses }: { addresses: readonly IdentityAddress[] }) {
  return (
    <Card title="From where" aside="the addresses that asked for its credentials">
      {addresses.length === 0 ? (
        <p className="text-ink-2">
          No record of its chains holds an address. The authenticator's log knows only AWS's own.
        </p>
      ) : (
        <ul aria-label="Addresses" className="grid gap-1.5">
          {addresses.map((one) => (
            <Address key={`${one.address} ${one.hop}`} address={one} />
          ))}
        </ul>
      )}
    </Card>
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
          {HOP_WORDS[hop]}, {formatMoment(lastMs)}
        </Link>
      </span>
      {userAgent === null ? null : (
        <SafeText text={userAgent} breakable className="block text-xs text-ink-3" />
      )}
    </li>
  );
}
