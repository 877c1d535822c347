import { CONTROL } from "@/components/ui/control-class";
import { TextField } from "@/components/ui/text-field";
import type { ReachRequest } from "@/lib/domain/explain/reach/request";

interface ReachFormProps {
  readonly id: string;
  readonly asked: ReachRequest | null;
}

/** Asks whether the identity may do one thing; the answer stands in the page, and its question in the address. */
export function ReachForm({ id, asked }: ReachFormProps) {
  const { verb, resource, namespace, name } = wordsOf(asked);
  return (
    <form action={`/attempts/${id}`} className="mt-3 flex flex-wrap items-end gap-2">
      <TextField label="May it" name="verb" value={verb} placeholder="get" />
      <TextField
        label="Resource"
        name="resource"
        value={resource}
        placeholder="pods/exec, deployments.apps"
      />
      <TextField label="In namespace" name="namespace" value={namespace} placeholder="all" />
      <TextField label="Named" name="name" value={name} placeholder="any" />
      <button type="submit" className={CONTROL}>
        Ask
      </button>
    </form>
  );
}

function wordsOf(asked: ReachRequest | null) {
  if (asked === null) return { verb: "", resource: "", namespace: "", name: "" };
  if (asked.kind === "url") return { verb: asked.verb, resource: asked.path, namespace: "", name: "" };
  const { verb, apiGroup, subresource, namespace, name } = asked;
  const typed = apiGroup === "" ? asked.resource : `${asked.resource}.${apiGroup}`;
  return { verb, resource: subresource === "" ? typed : `${typed}/${subresource}`, namespace, name };
}
