"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Card } from "@/components/ui/card";
import { CommandLine } from "@/components/ui/command-line";
import { CONTROL } from "@/components/ui/control-class";
import { mappingsQuery } from "@/lib/search-params/query-options";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import { EditOutcome } from "./edit-outcome";

/** What would another aws-auth do? It is worked out in the browser, while it is written. */
export function EditCard({ cluster }: { cluster: string }) {
  const [isOpen, open] = useState(false);
  const { data: base, isError } = useQuery({ ...mappingsQuery(cluster), enabled: isOpen });
  return (
    <Card title="What if aws-auth were another?">
      <p className="mb-2 text-ink-2">
        Edit it here, or paste one: whose access would change is shown while you write. The text stays in this
        browser, and nothing is applied.
      </p>
      {isOpen ? null : (
        <button type="button" className={CONTROL} onClick={() => open(true)}>
          Try an edit
        </button>
      )}
      {isError ? (
        <p className="text-open">The cluster's mappings could not be loaded. Reload the page.</p>
      ) : null}
      {isOpen && base === undefined && !isError ? <p className="text-ink-2">Loading…</p> : null}
      {base === undefined ? null : <Editor base={base} />}
    </Card>
  );
}

const SAMPLE = `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/Developer
      username: developer:{{SessionName}}
      groups:
        - developers
`;

function Editor({ base }: { base: MappingBase }) {
  const [text, write] = useState(base.awsAuthText ?? SAMPLE);
  const settled = useDeferredValue(text);
  return (
    <div className="grid items-start gap-3 lg:grid-cols-2">
      <div className="min-w-0">
        <label className="grid gap-1">
          <span className="text-xs text-ink-2">aws-auth, as kubectl prints it</span>
          <textarea
            value={text}
            onChange={(event) => write(event.target.value)}
            rows={24}
            spellCheck={false}
            wrap="off"
            className="w-full resize-y overflow-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs text-ink"
          />
        </label>
        <div className="mt-2 text-xs text-ink-2">
          To apply it yourself, save it as aws-auth.yaml:
          <CommandLine command="kubectl apply -f aws-auth.yaml" />
        </div>
      </div>
      <EditOutcome base={base} text={settled} isWorking={settled !== text} />
    </div>
  );
}
