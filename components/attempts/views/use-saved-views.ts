import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SavedViewChange, SavedViewList } from "@/lib/domain/summarize/saved-view";
import { ApiError, fetchJson, postJson } from "@/lib/search-params/fetch-json";

const PATH = "/api/v1/views";
const KEY = ["saved-views"];
const NOTHING_SAID = { isDone: true, text: "" };

/** Changes the views, and says `done` then, or why it was not done. Gives whether it was. */
export type ActOnViews = (change: SavedViewChange, done: string) => Promise<boolean>;

/**
 * The saved views, asked anew when they are opened; `problem`: why they cannot be read; `said`: what came of the last
 * change.
 */
export function useSavedViews() {
  const client = useQueryClient();
  const [said, say] = useState(NOTHING_SAID);
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchJson<SavedViewList>(PATH, signal),
  });
  const act: ActOnViews = async (change, done) => {
    say(NOTHING_SAID);
    try {
      const list = await postJson<SavedViewList>(PATH, change);
      // An older list that is still under way must not come after this one.
      await client.cancelQueries({ queryKey: KEY });
      client.setQueryData(KEY, list);
      say({ isDone: true, text: done });
      return true;
    } catch (failure) {
      // Somebody else may have changed them.
      void client.invalidateQueries({ queryKey: KEY });
      say({ isDone: false, text: wordsOf(failure) });
      return false;
    }
  };
  // A list that is there stays while it cannot be asked anew.
  const problem = data === undefined ? error && wordsOf(error) : data.problem;
  return { list: data, problem, said, act };
}

function wordsOf(failure: unknown): string {
  return failure instanceof ApiError ? failure.message : "Gatebook did not answer. Is it still running?";
}
