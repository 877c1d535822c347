import * as z from "zod";
import { HOP_KINDS } from "@/lib/domain/correlate/chain/hop-kind";
import { IDENTITY_KINDS } from "@/lib/domain/identity/identity-ref";
import type { WhoIsBehind } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind";
import { schemaFor } from "../schema-for";
import { confidence } from "./attempt-schema";
import { identityOrigin } from "./identity-schemas";
import { sentence } from "./sentence-schema";
import { count, epochMs } from "./values";

const identity = z.object({ kind: z.enum(IDENTITY_KINDS), value: z.string() });

/** Somebody, in all that he came with. */
export const gatheredObject = identityOrigin.extend({
  untraced: count.describe("Attempts whose sessions are not traced yet."),
  granted: count,
  principals: z.array(z.string()).describe("ARNs of roles and users, 20 at most."),
  sessionNames: z.array(z.string()).describe("Chosen by whoever took the role; 20 at most."),
  usernames: z.array(z.string()).describe("20 at most."),
  clusters: z.array(z.string()),
  firstMs: epochMs,
  lastMs: epochMs,
  attemptId: z.string().describe("The newest attempt."),
});

const behind = gatheredObject.extend({
  isAsked: z.boolean().describe("The line, event or request that was asked about leads to it."),
  way: z
    .array(z.object({ kind: z.enum(HOP_KINDS), says: z.string(), timeMs: epochMs, confidence }))
    .describe("The newest attempt's chain, from the origin to the session; of the first 12."),
  missing: z
    .object({ what: z.string(), why: z.array(z.string()), next: z.array(z.string()) })
    .nullable()
    .describe("What of that chain is not known, why, and what to do."),
});

export const whoIsBehindSchema = schemaFor<WhoIsBehind>()(
  z.object({
    verdict: sentence,
    identity: identity.nullable().describe("What was asked about; null: nothing is known by that text."),
    attemptId: z.string().nullable().describe("The attempt that a line, an event or a request led to."),
    others: z.array(identity).describe("What else is called so."),
    near: z.array(identity).describe("Where nothing is known: names that look like it."),
    behind: z.array(behind).describe("People first, those of most attempts before; 20 at most."),
    moreBehind: count,
    attempts: count.describe("Of all of them, in the time asked about."),
    because: z.array(z.string()).describe("What could not be seen."),
  }),
);
