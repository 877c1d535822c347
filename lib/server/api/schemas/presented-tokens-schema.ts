import * as z from "zod";
import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import { schemaFor } from "../schema-for";
import { count, epochMs } from "./values";

const session = z.object({
  arn: z.string().nullable(),
  accountId: z.string().nullable(),
  accessKeyId: z.string().nullable(),
  principalId: z.string().nullable().describe("AROA…:session, AIDA…"),
  region: z.string().describe("Of the STS endpoint in the token, which the client chose."),
  firstMs: epochMs,
  lastMs: epochMs,
  checks: count,
  eventId: z.string().describe("CloudTrail's id of the latest."),
});

export const presentedTokensSchema = schemaFor<PresentedTokens>()(
  z.object({
    sessions: z.array(session).describe("The latest first."),
    total: count.describe("Of the range; `sessions` may be fewer."),
    clusters: z.array(z.string()).describe("Where it may have been: their authenticator log was not read."),
  }),
);
