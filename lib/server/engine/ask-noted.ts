import { NotAllowed } from "@/lib/ports/not-allowed";
import type { Asker } from "../access/asker";
import type { NoteQuestion } from "../audit/note-questions";

interface Asked {
  readonly asker: Asker;
  readonly name: string;
  readonly query: unknown;
}

/** Answers when it stands in the audit log that it was asked, or was not allowed. Rejects where that cannot be written. */
export async function askNoted(
  note: NoteQuestion,
  { asker, name, query }: Asked,
  work: () => Promise<unknown>,
): Promise<unknown> {
  try {
    const answer = await work();
    await note(asker, name, query, "done");
    return answer;
  } catch (error) {
    if (error instanceof NotAllowed) await note(asker, name, query, "refused");
    throw error;
  }
}
