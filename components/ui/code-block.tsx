import { Fragment } from "react";
import { CopyButton } from "./copy-button";
import { SafeText } from "./safe-text";

/** Lines of code or of a shell, to read and to copy. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <div className="mt-1 flex items-start gap-2">
      <pre
        // A long line is scrolled to by keyboard as well.
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto rounded bg-sunken px-2 py-1 font-mono text-xs"
      >
        {text.split("\n").map((line, i) => (
          <Fragment key={`${i}-${line}`}>
            {i === 0 ? null : "\n"}
            <SafeText text={line} />
          </Fragment>
        ))}
      </pre>
      <CopyButton label="Copy" text={text} />
    </div>
  );
}
