import type { IncomingMessage, ServerResponse } from "node:http";
import { hasRole } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import type { Least } from "../access/route-rules";
import { pathOf, refuseAsApi, refusePlainly } from "./refuse";

/** A request that has been checked, and where it comes from. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The client's address; null = unknown. */
  readonly peer: string | null;
}

/** Who asks, and what that may. */
export interface Gate {
  /** Whether something may be sent to a path at all. */
  isWritable(path: string): boolean;
  /** The least role; null = there is nothing. */
  leastFor(visit: Visit): Least | null;
  /** Answers what belongs to signing in and out; false = it does not. */
  answer(visit: Visit): Promise<boolean>;
  /** Rejects where it cannot be found out now. */
  identify(visit: Visit): Promise<Asker>;
  /** Answers a page that the asker may not see, with what to do. */
  refusePage(visit: Visit, asker: Asker, least: Least): Promise<void>;
  /** Somebody was not let in: for the audit log. */
  noteRefusal(asker: Asker, path: string, least: Least): Promise<void>;
  /** Told of each request that is let in, so that it ends with its session. */
  hold(visit: Visit, asker: Asker): void;
}

/** Next's own page for what is not there. */
const NOWHERE = "/_not-found";

/** Gives who asks when he may; else has answered, and gives null. Whatever no rule names is not there. */
export async function admit(gate: Gate, visit: Visit): Promise<Asker | null> {
  const { response } = visit;
  if (await gate.answer(visit)) return null;
  const least = gate.leastFor(visit);
  const asker = await gate.identify(visit).catch(() => null);
  if (asker === null) {
    refusePlainly(
      response,
      503,
      "Gatebook cannot say now who is signed in: its engine does not answer. Try again.",
    );
    return null;
  }
  if (least === null) return admitNowhere(visit, asker);
  if (least !== "anyone" && !hasRole(asker.viewer, least)) {
    await refuse(gate, visit, { asker, least });
    return null;
  }
  gate.hold(visit, asker);
  return asker;
}

/** People get the page that says so; what is no page gets a line. */
function admitNowhere({ request, response }: Visit, asker: Asker): Asker | null {
  const isPage = !/^\/(api|_next)\//.test(pathOf(request));
  if (isPage && asker.viewer.role !== null && request.method !== "POST") {
    request.url = NOWHERE;
    return asker;
  }
  if (isPage) refusePlainly(response, 404, "not found");
  else refuseAsApi(response, 404, "not-found", "There is nothing at this address.");
  return null;
}

async function refuse(
  gate: Gate,
  visit: Visit,
  { asker, least }: { asker: Asker; least: Least },
): Promise<void> {
  const path = pathOf(visit.request);
  const isStranger = asker.viewer.kind === "anyone";
  // What strangers ask would fill the log; who they are is not known anyway.
  if (!isStranger) await gate.noteRefusal(asker, path, least);
  if (!path.startsWith("/api/")) return gate.refusePage(visit, asker, least);
  const message = isStranger ? "Sign in first." : `This needs the role ${least}.`;
  refuseAsApi(visit.response, isStranger ? 401 : 403, "not-allowed", message);
}
