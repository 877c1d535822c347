import * as z from "zod";
import { IDENTITY_KINDS } from "@/lib/domain/identity/identity-ref";
import { HOP_KINDS } from "@/lib/domain/correlate/chain/hop-kind";
import type { CutOff } from "@/lib/domain/summarize/questions/cut-off/cut-off";
import type { WhatChanged } from "@/lib/domain/summarize/questions/what-changed/what-changed";
import type { WhyNotIn } from "@/lib/domain/summarize/questions/why-not-in/why-not-in";
import { schemaFor } from "../schema-for";
import { culprit } from "./attempt-mapping-schema";
import { attemptObject } from "./attempt-schema";
import { configurationChange } from "./configuration-schemas";
import { explainedReason, reasonCode } from "./explained-reason-schema";
import { sentence } from "./sentence-schema";
import { count, epochMs } from "./values";

const proof = z.object({ kind: z.enum(["attempt", "request"]), id: z.string(), timeMs: epochMs });

const step = z.object({
  title: z.string(),
  state: z.enum(["yes", "no", "not-seen", "not-reached"]),
  says: sentence,
  because: z.array(z.string()).describe("Why it was not seen, or not all of it."),
  proofs: z.array(proof),
  commands: z.array(z.string()).describe("What tells it where Gatebook cannot."),
});

export const whyNotInSchema = schemaFor<WhyNotIn>()(
  z.object({
    verdict: sentence,
    steps: z.array(step).describe("In the order of the way in."),
    reasons: z.array(explainedReason).describe("What to mend, the likeliest first."),
    message: explainedReason.nullable().describe("What the message on their screen means."),
  }),
);

const run = z.object({
  name: z.string().describe("Of the role or user."),
  denials: count,
  first: attemptObject,
  last: attemptObject,
  before: attemptObject.nullable().describe("The newest grant before; null = none in the time."),
  after: attemptObject.nullable().describe("The newest grant after; null = none yet."),
  culprit: culprit.nullable(),
  reason: z.object({ code: reasonCode, title: z.string() }).nullable(),
});

const nameless = z.object({
  code: reasonCode.nullable(),
  title: z.string(),
  count,
  newest: attemptObject,
});

export const whatChangedSchema = schemaFor<WhatChanged>()(
  z.object({
    verdict: sentence,
    beginsMs: epochMs.nullable().describe("Where grants turned into denials first."),
    suspects: z
      .array(
        z.object({
          change: configurationChange,
          how: z
            .enum(["decides", "between"])
            .describe("The mappings let them in just before and not after; or it lies between."),
          because: z.string(),
          names: z.array(z.string()),
        }),
      )
      .describe("The likeliest first."),
    runs: z.array(run),
    moreRuns: count,
    nameless: z.array(nameless).describe("Denials in which STS named nobody, by their reason."),
    because: z.array(z.string()).describe("What was not read."),
  }),
);

const end = z.object({
  thing: z.enum(["token", "cache", "credentials", "sign-in"]),
  certainty: z.enum(["known", "at-most", "never", "unknown"]),
  atMs: epochMs.nullable(),
  why: z.string(),
});

const session = z.object({
  arn: z.string(),
  canonicalArn: z.string(),
  uniqueId: z.string().nullable(),
  sessionName: z.string().nullable(),
  accessKeyId: z.string().nullable(),
  attempts: count,
  attemptId: z.string().describe("Its newest attempt."),
  firstMs: epochMs,
  lastMs: epochMs,
  clusters: z.array(z.object({ value: z.string(), count })),
  issued: z
    .object({
      kind: z.enum(HOP_KINDS),
      timeMs: epochMs,
      expiresMs: epochMs.nullable(),
      durationMs: z.number().nullable(),
      isChained: z.boolean(),
    })
    .nullable(),
  isPortal: z.boolean(),
  state: z.enum(["alive", "may-be-alive", "endless", "ended", "unknown"]),
  ends: z.array(end).describe("When each thing ends by which it lets somebody in."),
});

const measure = z.object({
  title: z.string(),
  forms: z.array(z.object({ form: z.string(), text: z.string().describe("Ready to copy; never run.") })),
  stops: z.string(),
  mind: z.string().nullable().describe("Whom it hits besides."),
  leaves: z.array(z.string()).describe("What it does not stop."),
});

export const cutOffSchema = schemaFor<CutOff>()(
  z.object({
    verdict: sentence,
    identity: z.object({ kind: z.enum(IDENTITY_KINDS), value: z.string() }).nullable(),
    sessions: z.array(session).describe("Used latest first."),
    moreSessions: count,
    measures: z.array(measure).describe("The quickest first."),
    because: z.array(z.string()),
  }),
);
