import { CommandLine } from "@/components/ui/command-line";
import { CopyButton } from "@/components/ui/copy-button";
import { reprintConfigMap } from "@/lib/domain/parse/aws-auth/reprint-config-map";

/** How somebody applies an edit himself. `kubectl apply` would leave a list in place that was taken out. */
export function ApplyLines({ text }: { text: string }) {
  return (
    <div className="mt-2 text-xs text-ink-2">
      <div className="flex flex-wrap items-center gap-2">
        To apply it yourself, save it as aws-auth.yaml
        <CopyButton label="Copy the manifest" text={() => reprintConfigMap(text) ?? text} />
      </div>
      <CommandLine command="kubectl replace -f aws-auth.yaml" />
      <p className="mt-1">
        Replace, not apply: apply may keep a list that you took out. What else stands in the ConfigMap, such
        as labels, goes with it.
      </p>
    </div>
  );
}
