import Link from "next/link";
import { whereIs } from "@/components/access/back-end-words";
import { grantWords } from "@/components/access/grant-words";
import { SafeText } from "@/components/ui/safe-text";
import type { UnusedWay } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import { questionHref } from "../registry";

/** A mapping that gives all rights, and by which nobody came. */
export function UnusedWayItem({ way, cluster }: { way: UnusedWay; cluster: string }) {
  const { backEnd, entry, by, isOfSome, names } = way;
  return (
    <li className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
      <p>
        {whereIs(backEnd, entry)} of{" "}
        <SafeText text={entry.arn} breakable className="font-mono text-xs font-semibold" />
        {isOfSome ? <span className="text-ink-2"> (some of its sessions)</span> : null}
      </p>
      <p className="text-ink-2">
        All rights by <SafeText text={by.map(grantWords).join("; ")} breakable className="text-ink" />.{" "}
        {names.length === 0 ? (
          "Nobody came with it within ninety days."
        ) : (
          <>
            Came with it within ninety days:{" "}
            <SafeText text={names.join(", ")} breakable className="text-ink" />.
          </>
        )}{" "}
        <Link
          href={questionHref("mapping-use", { cluster })}
          prefetch={false}
          className="text-accent underline"
        >
          when it was used last
        </Link>
      </p>
    </li>
  );
}
