import { CopyButton } from "./copy-button";
import { SafeText } from "./safe-text";

/** Lines of code or of a shell, to read and to copy. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <div className="mt-1 flex items-start gap-2">
      <pre className="min-w-0 flex-1 rounded bg-sunken px-2 py-1 font-mono text-xs break-words whitespace-pre-wrap">
        {[...text.matchAll(/[^\n]+|\n/g)].map(({ 0: part, index }) =>
          part === "\n" ? part : <SafeText key={index} text={part} />,
        )}
      </pre>
      <CopyButton label="Copy" text={text} />
    </div>
  );
}
