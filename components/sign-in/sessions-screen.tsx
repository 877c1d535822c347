"use client";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { formatPlural } from "@/components/ui/format-count";
import type { SessionEntry, SessionList } from "@/lib/domain/summarize/session-entry";
import { ApiError, postJson } from "@/lib/search-params/fetch-json";
import { SessionItem } from "./session-item";

/** Who is signed in, for admins, and the end of any of it. */
export function SessionsScreen({ first }: { first: readonly SessionEntry[] }) {
  const [sessions, setSessions] = useState(first);
  const [said, say] = useState("");
  const end = async ({ id, name }: SessionEntry) => {
    try {
      setSessions((await postJson<SessionList>("/api/v1/sessions", { id })).sessions);
      say(`${name} is signed out there.`);
    } catch (error) {
      say(error instanceof ApiError ? error.message : "Gatebook did not answer. Is it still running?");
    }
  };
  return (
    <article className="mx-auto grid max-w-[60rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <h1 className="text-lg font-semibold">Who is signed in</h1>
      <p className="text-ink-2">
        A session ends by itself after 30 minutes without use, and after 12 hours. One that you end sees
        nothing more within a second; whoever has it can sign in again as long as the sign-in service lets
        him.
      </p>
      <p role="status" className="text-ink-2 empty:hidden">
        {said}
      </p>
      <Card
        title="Sessions"
        aside={sessions.length === 0 ? undefined : formatPlural(sessions.length, "session")}
      >
        {sessions.length === 0 ? (
          <p>
            Nobody is signed in with a session of Gatebook's own. Where a load balancer or a proxy signs
            people in, it keeps their sessions: end them there, or at the sign-in service.
          </p>
        ) : (
          <ul aria-label="Sessions" className="grid">
            {sessions.map((session) => (
              <SessionItem key={session.id} session={session} onEnd={() => end(session)} />
            ))}
          </ul>
        )}
      </Card>
    </article>
  );
}
