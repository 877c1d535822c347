import { CONTROL } from "@/components/ui/control-class";
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
      <Field label="May it" name="verb" value={verb} placeholder="get" />
      <Field
        label="Resource"
        name="resource"
        value={resource}
        placeholder="pods/exec, deployments.apps"
        wide
      />
      <Field label="In namespace" name="namespace" value={namespace} placeholder="all" />
      <Field label="Named" name="name" value={name} placeholder="any" />
      <button type="submit" className={CONTROL}>
        Ask
      </button>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly placeholder: string;
  readonly wide?: boolean;
}

function Field({ label, name, value, placeholder, wide = false }: FieldProps) {
  return (
    <label className="grid gap-0.5 text-xs text-ink-2">
      {label}
      <input
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={253}
        autoComplete="off"
        className={`${CONTROL} ${wide ? "w-60" : "w-32"} max-w-full text-ink`}
      />
    </label>
  );
}

function wordsOf(asked: ReachRequest | null) {
  if (asked === null) return { verb: "", resource: "", namespace: "", name: "" };
  if (asked.kind === "url") return { verb: asked.verb, resource: asked.path, namespace: "", name: "" };
  const { verb, apiGroup, subresource, namespace, name } = asked;
  const typed = apiGroup === "" ? asked.resource : `${asked.resource}.${apiGroup}`;
  return { verb, resource: subresource === "" ? typed : `${typed}/${subresource}`, namespace, name };
}
