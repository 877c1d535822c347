import { Card } from "@/components/ui/card";
import { CommandLine } from "@/components/ui/command-line";
import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";

/** What is kept of requests, and how to read what is not. */
export function KeptCard({ answer: { kept, command, total } }: { answer: WhoDidThis }) {
  return (
    <Card title="What is kept, and how to read the rest">
      <details open={total === 0}>
        <summary className="cursor-pointer text-accent hover:underline">
          Only a part of the audit log is kept
        </summary>
        <ul className="mt-1 ml-5 list-disc">
          {kept.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="mt-2">
          {command === null
            ? "Choose a cluster, and the command stands here that asks its audit log for the rest."
            : "This asks the audit log itself, for what is not kept too. Gatebook does not run it:"}
        </p>
        {command === null ? null : <CommandLine command={command} />}
      </details>
    </Card>
  );
}
