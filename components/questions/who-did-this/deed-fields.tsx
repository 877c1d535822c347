import { TextField } from "@/components/ui/text-field";
import type { RequestFacet } from "@/lib/domain/summarize/requests/request-filter";
import type { RequestFacets } from "@/lib/domain/summarize/requests/request-page";

interface DeedFieldsProps {
  readonly params: URLSearchParams;
  /** Of the time asked about: what is kept is offered. */
  readonly facets: RequestFacets;
}

const FIELDS: readonly {
  readonly name: "verb" | "resource" | "namespace" | "name" | "username";
  readonly label: string;
  readonly placeholder: string;
}[] = [
  { name: "verb", label: "What they did", placeholder: "delete, edit, exec …" },
  { name: "resource", label: "To what kind of object", placeholder: "namespace, deploy …" },
  { name: "name", label: "Called", placeholder: "any name" },
  { name: "namespace", label: "In namespace", placeholder: "any" },
  { name: "username", label: "As username, if known", placeholder: "any" },
];

/** What is known of a deed, in kubectl's words or the audit log's. */
export function DeedFields({ params, facets }: DeedFieldsProps) {
  return FIELDS.map(({ name, label, placeholder }) => (
    <TextField
      key={name}
      label={label}
      name={name}
      value={params.get(name) ?? ""}
      placeholder={placeholder}
      offered={name === "name" ? [] : offeredOf(facets, name)}
    />
  ));
}

function offeredOf(facets: RequestFacets, name: RequestFacet): string[] {
  return facets[name].values.map(({ value }) => value);
}
