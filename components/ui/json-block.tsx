import { toPrettyLines } from "./pretty-json";
import { SafeText } from "./safe-text";

/** A record in JSON, spread out to read. */
export function JsonBlock({ json }: { json: string }) {
  return (
    <pre className="rounded-md bg-sunken py-2 leading-5">
      {toPrettyLines(json).map(({ indent, text, at }) => (
        <span key={at} className="block px-3 wrap-anywhere whitespace-pre-wrap">
          {indent}
          <SafeText text={text} />
        </span>
      ))}
    </pre>
  );
}
