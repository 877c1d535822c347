"use client";
import { useDeferredValue, useMemo, useState } from "react";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import { ApplyLines } from "./apply-lines";
import { EditOutcome } from "./edit-outcome";
import { marksOf } from "./marks-of";
import { NumberedText } from "./numbered-text";
import { tryEdit } from "./try-edit";

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

/** aws-auth to edit, and beside it what the edit would do. It brings the core and its reader of YAML along. */
export function Editor({ base }: { base: MappingBase }) {
  const [text, write] = useState(base.awsAuthText ?? SAMPLE);
  const settled = useDeferredValue(text);
  const tried = useMemo(() => tryEdit(base, settled), [base, settled]);
  const marks = useMemo(() => marksOf(tried.remarks), [tried]);
  const lineCount = useMemo(() => settled.split("\n").length, [settled]);
  return (
    <div className="grid items-start gap-3 lg:grid-cols-2">
      <div className="min-w-0">
        <NumberedText
          label="aws-auth, as kubectl prints it"
          text={text}
          write={write}
          marks={marks}
          lineCount={lineCount}
        />
        {tried.isRefused ? null : <ApplyLines text={settled} />}
      </div>
      <EditOutcome tried={tried} compared={base.callers.length} isWorking={settled !== text} />
    </div>
  );
}
