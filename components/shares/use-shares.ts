import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ShareChange, ShareList } from "@/lib/domain/summarize/evidence/share-view";
import { ApiError, fetchJson, postJson } from "@/lib/search-params/fetch-json";

const PATH = "/api/v1/shares";
const KEY = ["shares"];

/** What one has shared; `problem`: why it cannot be read, or why the last change was not done. */
export function useShares() {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { data: list, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchJson<ShareList>(PATH, signal),
  });
  const act = async (change: ShareChange): Promise<ShareList | null> => {
    setProblem(null);
    try {
      const answer = await postJson<ShareList>(PATH, change);
      await client.cancelQueries({ queryKey: KEY });
      // A secret is told once, to who asked.
      client.setQueryData(KEY, { ...answer, secret: null, preview: null });
      return answer;
    } catch (failure) {
      setProblem(wordsOf(failure));
      return null;
    }
  };
  return { list, problem: problem ?? (error && wordsOf(error)), act };
}

function wordsOf(failure: unknown): string {
  return failure instanceof ApiError ? failure.message : "Gatebook did not answer. Is it still running?";
}
