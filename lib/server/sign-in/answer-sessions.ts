import { sessionEndpoints } from "../api/session-endpoints";
import { askDeed } from "../deeds/ask-deed";
import { BadParameters, respondJson } from "../http-errors";

const { sessions } = sessionEndpoints;

/** Who is signed in. */
export function answerSessions(): Promise<Response> {
  return respondJson(sessions, () => askDeed("listSessions", null));
}

/** Ends a session; answers with who is signed in then. One that has ended by itself is no mistake. */
export function answerSessionEnd(request: Request): Promise<Response> {
  return respondJson(sessions, async () => {
    const sent = sessions.write.schema.safeParse(await request.json().catch(() => null));
    if (!sent.success)
      throw new BadParameters([{ parameter: "body", message: "The body names no session." }]);
    await askDeed("endSession", sent.data.id);
    return askDeed("listSessions", null);
  });
}
