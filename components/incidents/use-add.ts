import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { IncidentList, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { postJson } from "@/lib/search-params/fetch-json";
import { INCIDENTS_API, incidentApi, incidentsQuery } from "@/lib/search-params/incidents/incident-queries";
import type { Addable } from "./addable";
import { wordsOf } from "./use-act";

/** Adds something to an incident that is there, or to a new one. `lastId`: the one it was added to last. */
export function useAdd(what: Addable) {
  const client = useQueryClient();
  const [said, say] = useState({ isDone: true, text: "" });
  const [lastId, setLastId] = useState<string | null>(null);
  const attempt = async (work: () => Promise<string>) => {
    say({ isDone: true, text: "" });
    try {
      say({ isDone: true, text: await work() });
      return true;
    } catch (failure) {
      say({ isDone: false, text: wordsOf(failure) });
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: incidentsQuery().queryKey });
    }
  };
  const add = async (id: string) => {
    setLastId(id);
    const { said: told } = await postJson<IncidentView>(incidentApi(id), what);
    return told ?? "Added.";
  };
  return {
    said,
    lastId,
    addTo: (id: string) => attempt(() => add(id)),
    addToNew: (title: string) =>
      attempt(async () => {
        const { madeId } = await postJson<IncidentList>(INCIDENTS_API, { kind: "create", title });
        return madeId === null ? "It was not begun." : await add(madeId);
      }),
  };
}
