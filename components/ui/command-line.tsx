import { CopyButton } from "./copy-button";
import { SafeText } from "./safe-text";

/** A command for a shell, to read and to copy. */
export function CommandLine({ command }: { command: string }) {
  return (
    <div className="mt-1 flex items-start gap-2">
      <code className="min-w-0 flex-1 rounded bg-sunken px-2 py-1 font-mono text-xs break-words">
        <SafeText text={command} />
      </code>
      <CopyButton label="Copy" text={command} />
    </div>
  );
}
