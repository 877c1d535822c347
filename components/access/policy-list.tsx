import { SafeText } from "@/components/ui/safe-text";
import type { AssociatedPolicy } from "@/lib/domain/parse/access-entries/access-entry";

/** Access policies by name, and where each holds. */
export function PolicyList({ policies }: { policies: readonly AssociatedPolicy[] }) {
  return (
    <ul>
      {policies.map(({ policyArn, scope }) => (
        <li key={policyArn}>
          <SafeText text={policyArn.slice(policyArn.lastIndexOf("/") + 1)} className="font-medium" />{" "}
          <SafeText text={scopeWords(scope)} className="text-ink-2" />
        </li>
      ))}
    </ul>
  );
}

function scopeWords({ type, namespaces }: AssociatedPolicy["scope"]): string {
  if (type === "cluster") return "in the whole cluster";
  return type === "namespace"
    ? `in ${namespaces.join(", ") || "no namespace"}`
    : `with scope ${type || "unknown"}`;
}
