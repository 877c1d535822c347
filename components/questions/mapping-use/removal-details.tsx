import { whereIs } from "@/components/access/back-end-words";
import { CodeBlock } from "@/components/ui/code-block";
import { SafeText } from "@/components/ui/safe-text";
import type { UsedMapping } from "@/lib/domain/summarize/questions/mapping-use/used-mapping";

/** How a mapping is taken out, and whose access changes with that. */
export function RemovalDetails({ mapping: { removal, after } }: { mapping: UsedMapping }) {
  if (removal.length === 0) return null;
  const { loses, changes, keeps } = after;
  const isNobody = loses.length + changes.length + keeps.length === 0;
  return (
    <details className="mt-0.5">
      <summary className="cursor-pointer text-accent hover:underline">
        How to take it out, and whose access would change
      </summary>
      {removal.map(({ form, text }) => (
        <div key={form}>
          <p className="mt-1 text-xs text-ink-2">{form}</p>
          <CodeBlock text={text} />
        </div>
      ))}
      <ul className="mt-1.5 grid gap-0.5">
        {isNobody ? <li>Nobody who was seen comes by it: nobody's access changes that is known.</li> : null}
        {loses.length === 0 ? null : (
          <li>
            <b className="font-semibold text-denied">✕ Turned away:</b>{" "}
            <SafeText text={some(loses)} breakable />
          </li>
        )}
        {changes.slice(0, SHOWN).map(({ name, username, backEnd }) => (
          <li key={`${name} ${username}`}>
            <b className="font-semibold">Somebody else:</b> <SafeText text={name} breakable /> would be{" "}
            <SafeText text={username} breakable className="font-mono text-xs" /> by{" "}
            {whereIs(backEnd, null).toLowerCase()}
          </li>
        ))}
        {changes.length > SHOWN ? <li>{changes.length - SHOWN} more would be somebody else.</li> : null}
        {keeps.length === 0 ? null : (
          <li>
            <b className="font-semibold">As before, by another mapping:</b>{" "}
            <SafeText text={some(keeps)} breakable />
          </li>
        )}
      </ul>
    </details>
  );
}

const SHOWN = 8;

function some(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return `${names.slice(0, SHOWN).join(", ")}${more}`;
}
