import { whereIs } from "@/components/access/back-end-words";
import { SafeText } from "@/components/ui/safe-text";
import type { Becomer } from "@/lib/domain/explain/mapped/who-can-become";

const HEAD = "px-2 py-1 text-left text-xs font-medium text-ink-2";
const CELL = "px-2 py-1.5 align-top max-md:block max-md:px-0 max-md:py-0.5";
const COLUMNS = ["Principal", "With which session", "Becomes", "By"];

/** The principals that can come in as somebody, each with the session it takes; on narrow screens one below the other. */
export function BecomerTable({ entries }: { entries: readonly Becomer[] }) {
  return (
    <table className="w-full table-fixed border-collapse max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={HEAD}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map((one) => (
          <Row key={`${one.backEnd} ${one.entry.arn} ${one.entry.place?.line ?? ""}`} one={one} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one }: { one: Becomer }) {
  const { backEnd, entry, username, groups } = one;
  return (
    <tr className="border-b border-line last:border-b-0 max-md:block max-md:py-1.5">
      <td className={CELL}>
        <SafeText text={entry.arn} breakable className="font-mono text-xs" />
      </td>
      <td className={CELL}>
        <Session one={one} />
      </td>
      <td className={CELL}>
        <SafeText text={username || "no username"} breakable className="font-mono text-xs" />
        {groups.length === 0 ? null : " in "}
        <SafeText text={groups.join(", ")} breakable className="font-mono text-xs" />
      </td>
      <td className={CELL}>{whereIs(backEnd, entry)}</td>
    </tr>
  );
}

function Session({ one: { session, entry } }: { one: Becomer }) {
  if (session === null) return <span className="text-ink-2">none: a user has no sessions</span>;
  if (session.kind !== "named") return session.kind === "instance" ? "on an EC2 instance" : "in any session";
  return (
    <>
      in a session called <SafeText text={session.name} breakable className="font-mono text-xs" />, which
      whoever takes the role chooses
      {session.name.includes("-") && hidesAt(entry) ? "; an @ in it gives the same as a -" : ""}
    </>
  );
}

/** `{{SessionName}}` stands for the name with each @ as a dash; `{{SessionNameRaw}}` for the name itself. */
function hidesAt({ username, groups }: Becomer["entry"]): boolean {
  return [username, ...groups].some((template) => template.includes("{{SessionName}}"));
}
