import { whereIs } from "@/components/access/back-end-words";
import { grantWords } from "@/components/access/grant-words";
import { IdentityLink } from "@/components/identity/identity-link";
import { Chip } from "@/components/ui/chip";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { WorkingHolder } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";
import { ComerName } from "../comer-name";
import { MomentLink } from "../moment-link";
import { HolderWork } from "./holder-work";

interface HolderItemProps {
  readonly holder: WorkingHolder;
  readonly asked: ClusterAdminQuery;
}

/** One who came in with all rights: by what, how often, and what he did with them. */
export function HolderItem({ holder, asked }: HolderItemProps) {
  const { attempts, lastMs, attemptId, by, isSure } = holder;
  return (
    <li className="grid gap-0.5 border-t border-line py-2.5 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <ComerName comer={holder} />
        <span className="text-ink-2">
          {formatPlural(attempts, "time")}, last <MomentLink attemptId={attemptId} timeMs={lastMs} />
        </span>
        {isSure ? null : (
          <Chip tone="open" title="Rights that were read at another time are taken for that time.">
            ◌ rights of that time not known
          </Chip>
        )}
      </p>
      <HolderWay holder={holder} />
      <p className="text-ink-2">
        All rights by <SafeText text={by.map(grantWords).join("; ")} breakable className="text-ink" />
      </p>
      <HolderWork holder={holder} asked={asked} />
    </li>
  );
}

const USERNAMES_SHOWN = 3;

function HolderWay({ holder: { mapping, canonicalArn, usernames } }: Pick<HolderItemProps, "holder">) {
  const more = usernames.length > USERNAMES_SHOWN ? ` and ${usernames.length - USERNAMES_SHOWN} more` : "";
  return (
    <p className="text-ink-2">
      as{" "}
      <SafeText
        text={usernames.slice(0, USERNAMES_SHOWN).join(", ")}
        breakable
        className="font-mono text-xs text-ink"
      />
      {more}, mapped by{" "}
      {mapping === null ? "a mapping that is not known" : lower(whereIs(mapping.backEnd, mapping.entry))}
      {canonicalArn === null ? null : (
        <>
          {" of "}
          <IdentityLink identity={principalOf(canonicalArn)} text={canonicalArn} />
        </>
      )}
    </p>
  );
}

function principalOf(value: string): IdentityRef {
  return { kind: value.includes(":user/") ? "user" : "role", value };
}

/** `aws-auth, line 3` stays as it is. */
function lower(words: string): string {
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}
