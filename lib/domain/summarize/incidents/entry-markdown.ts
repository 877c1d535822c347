import { authorName } from "../../explain/culprit-sentence";
import type { SentencePart } from "../../explain/sentence-part";
import { formatStamp } from "../../time/format-time";
import { changeTitle } from "../configuration/change-title";
import { REMOVED_WORDS } from "./entry-words";
import type { AttemptView, ChangeView, EntryView, NoteView, RemovedView } from "./incident-view";
import { markdownBlock, markdownCode, markdownText } from "./markdown-text";

/** One entry of the timeline; `hrefOf` gives the address of an attempt. */
export function entryMarkdown(entry: EntryView, hrefOf: (attemptId: string) => string): string {
  switch (entry.kind) {
    case "attempt":
      return attemptMarkdown(entry, hrefOf(entry.attempt.id));
    case "change":
      return changeMarkdown(entry);
    case "note":
      return noteMarkdown(entry);
    case "removed":
      return removedMarkdown(entry);
  }
}

function attemptMarkdown({ timeMs, attempt, sentence, reason, records }: AttemptView, href: string): string {
  const lines = [
    `- **${formatStamp(timeMs)}** · ${attempt.decision} · ${sentenceMarkdown(sentence)} [Attempt](${href})`,
  ];
  if (reason !== null) lines.push(`  - Why: ${markdownText(reason.title)} (${markdownCode(reason.code)})`);
  for (const { kind, eventId, recordId, sha256, note } of records) {
    const hash = sha256 === null ? "no text" : `SHA-256 ${markdownCode(sha256)}`;
    const remark = note === null ? "" : ` (${markdownText(note)})`;
    lines.push(`  - ${RECORD_WORDS[kind]} ${markdownCode(eventId ?? recordId)}: ${hash}${remark}`);
  }
  return lines.join("\n");
}

const RECORD_WORDS = { line: "Log line", "sts-event": "STS event", hop: "Event of the chain" } as const;

/** Two stretches of code side by side would be read as one, with other ends. */
function sentenceMarkdown(parts: readonly SentencePart[]): string {
  return parts.map(partMarkdown).reduce((text, part) => {
    return text.endsWith("`") && part.startsWith("`") ? `${text} ${part}` : text + part;
  }, "");
}

function partMarkdown({ text, strong, code, claimed }: SentencePart): string {
  return strong === true || code === true || claimed === true ? markdownCode(text) : markdownText(text);
}

function changeMarkdown({ timeMs, cluster, change }: ChangeView): string {
  const by = change.by === null ? "" : ` by ${markdownCode(authorName(change.by))}`;
  const when = change.isTimeKnown ? formatStamp(timeMs) : `by ${formatStamp(timeMs)}`;
  const head = `- **${when}** · change at ${markdownCode(cluster)} · ${markdownText(changeTitle(change))}${by}`;
  const { diff, message } = change;
  const said = message === null ? [] : [`  - The authenticator said ${markdownCode(message)}`];
  if (diff === null || diff.length === 0) return [head, ...said].join("\n");
  const block = markdownBlock(
    diff.map(({ kind, text }) => `${SIGNS[kind]}${text}`),
    "diff",
  );
  return [head, ...said, "", ...block.split("\n").map((line) => `  ${line}`)].join("\n");
}

const SIGNS = { same: " ", removed: "-", added: "+" } as const;

function noteMarkdown({ timeMs, by, text, edited }: NoteView): string {
  const mark = edited === null ? "" : ` (edited by ${markdownText(edited.by)} at ${formatStamp(edited.ms)})`;
  const lines = text.split("\n").map((line) => `  > ${markdownText(line)}`.trimEnd());
  return [`- **${formatStamp(timeMs)}** · note by ${markdownText(by)}${mark}`, "", ...lines].join("\n");
}

function removedMarkdown({ timeMs, was, removed }: RemovedView): string {
  return `- **${formatStamp(timeMs)}** · ${REMOVED_WORDS[was]} was removed by ${markdownText(removed.by)} at ${formatStamp(removed.ms)}`;
}
