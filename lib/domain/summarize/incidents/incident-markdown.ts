import { formatStamp } from "../../time/format-time";
import { entryMarkdown } from "./entry-markdown";
import type { IncidentView } from "./incident-view";
import { markdownText } from "./markdown-text";

/** Where this Gatebook is reached, such as `https://gatebook.example`; all links begin with it. */
interface MarkdownPlace {
  readonly baseUrl: string;
}

/**
 * An incident as Markdown for a ticket or a chat: what happened, by the time of it in UTC. Whatever others wrote stands in
 * it as plain words or as code; its only links are those to this Gatebook.
 */
export function incidentMarkdown(view: IncidentView, { baseUrl }: MarkdownPlace): string {
  const base = baseUrl.replace(/(?<!\/)\/+$/, "");
  const hidden = view.hiddenCount;
  return [
    `# ${markdownText(view.title)}`,
    `${view.state === "open" ? "Open" : "Closed"}. Begun by ${markdownText(view.by)} at ${formatStamp(view.createdMs)}. [Incident in Gatebook](${base}/incidents/${linkPart(view.id)})`,
    "## Timeline",
    view.entries.length === 0 ? "Nothing is in it yet." : "",
    ...view.entries.map((entry) => entryMarkdown(entry, (id) => `${base}/attempts/${linkPart(id)}`)),
    hidden === 0
      ? ""
      : `${hidden} ${hidden === 1 ? "entry is" : "entries are"} of clusters that whoever made this may not see.`,
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

function linkPart(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, "\ufffd");
  return encodeURIComponent(whole).replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
