import { SafeText } from "@/components/ui/safe-text";

/** What could not be told, and why: no evidence is not evidence of nothing. */
export function NotSeenLine({ because }: { because: readonly string[] }) {
  if (because.length === 0) return null;
  return (
    <p className="mt-1 text-open">
      <span aria-hidden="true">◌ </span>
      Not seen, because{" "}
      {because.map((why, i) => (
        <span key={why}>
          {i === 0 ? "" : " "}
          <SafeText text={i === 0 ? lower(why) : why} breakable />
        </span>
      ))}
    </p>
  );
}

/** Names in capitals stay as they are. */
function lower(text: string): string {
  return /^[A-Z][a-z ]/.test(text) && !/^(?:CloudTrail|Gatebook|Region)/.test(text)
    ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
    : text;
}
