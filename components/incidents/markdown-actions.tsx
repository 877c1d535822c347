import { CONTROL } from "@/components/ui/control-class";
import { incidentApi } from "@/lib/search-params/incidents/incident-queries";

/** The incident as a text that one takes along. */
export function MarkdownActions({ id }: { id: string }) {
  return (
    <a href={`${incidentApi(id)}/markdown`} download className={CONTROL}>
      Export Markdown
    </a>
  );
}
