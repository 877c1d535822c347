import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, postJson } from "@/lib/search-params/fetch-json";

const NOTHING_SAID = { isDone: true, text: "" };

/** Sends a change, and says `done` then, or why it was not done. Gives the answer; null = it was not done. */
export type Act<Change, Answer> = (
  change: Change,
  done: string | ((answer: Answer) => string),
) => Promise<Answer | null>;

/** Changes what is asked for by `key` at an API's path; `said`: what came of the last change. */
export function useAct<Change, Answer>(path: string, key: QueryKey) {
  const client = useQueryClient();
  const [said, say] = useState(NOTHING_SAID);
  const act: Act<Change, Answer> = async (change, done) => {
    say(NOTHING_SAID);
    try {
      const answer = await postJson<Answer>(path, change);
      // An older answer that is still under way must not come after this one.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(key, answer);
      say({ isDone: true, text: typeof done === "string" ? done : done(answer) });
      return answer;
    } catch (failure) {
      // Somebody else may have changed it.
      void client.invalidateQueries({ queryKey: key });
      say({ isDone: false, text: wordsOf(failure) });
      return null;
    }
  };
  return { said, act };
}

/** Why a question was not answered, in a sentence. */
export function wordsOf(failure: unknown): string {
  return failure instanceof ApiError ? failure.message : "Gatebook did not answer. Is it still running?";
}
