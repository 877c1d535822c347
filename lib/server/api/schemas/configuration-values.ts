import * as z from "zod";
import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import { CONFIGURATION_PARTS } from "@/lib/domain/explain/configuration/known-configuration";
import { AUTHENTICATION_MODES, BACK_ENDS } from "@/lib/domain/explain/mapping/back-end-modes";
import { NEAR_MISSES } from "@/lib/domain/explain/mapping/near-miss";
import { MARK_PARTS } from "@/lib/domain/parse/configuration-marks/configuration-mark";
import { READ_PARTS } from "@/lib/domain/summarize/configuration/configuration-reading";
import { problemSchema } from "./source-schemas";
import { count, epochMs } from "./values";

export const mode = z.enum(AUTHENTICATION_MODES);
export const backEnd = z
  .enum(BACK_ENDS)
  .describe(
    "MountedFile: a hidden entry; DynamicFile: an access entry; EKSConfigMap: a line of the ConfigMap aws-auth.",
  );
export const part = z.enum(CONFIGURATION_PARTS);
export const markPart = z.enum(MARK_PARTS);

export const place = z.object({ line: z.int(), column: z.int() });

export const mappingEntry = z.object({
  list: z.enum(["mapRoles", "mapUsers"]),
  arn: z.string(),
  sso: z.object({ permissionSetName: z.string(), accountId: z.string(), partition: z.string() }).nullable(),
  username: z.string().describe("May hold templates."),
  groups: z.array(z.string()),
  userId: z.string().nullable(),
  place: place.nullable().describe("Where it stands in the text; null = it was not read from a text."),
});

export const author = z.object({
  arn: z.string().nullable(),
  accessKeyId: z.string().nullable(),
  username: z.string().nullable(),
  sourceIp: z.string().nullable(),
  userAgent: z.string().nullable().describe("Chosen by the client."),
});

export const evidence = z.object({
  sourceId: z.string(),
  recordId: z.string(),
  timeMs: epochMs,
  requestId: z.string().nullable().describe("Of a request to the Kubernetes API that is kept."),
  eventId: z.string().nullable().describe("CloudTrail's."),
});

export const changeRef = z.object({
  timeMs: epochMs,
  part: markPart,
  key: z.string(),
  tells: z.enum(["created", "set", "removed", "seen", "touched", "broken"]),
  by: author.nullable(),
  evidence: evidence.nullable(),
});

export const partState = z.object({
  certainty: z
    .enum(["known", "assumed", "unknown"])
    .describe("assumed: it was so at another time, and may have been something else in between."),
  asOfMs: epochMs.nullable(),
  sinceMs: epochMs.nullable(),
  isSinceKnown: z.boolean(),
  by: changeRef.nullable(),
});

export const parts = z.object({
  mode: partState,
  hidden: partState,
  accessEntries: partState,
  awsAuth: partState,
  rbac: partState,
});

export const reading = z.object({
  part: z.enum(READ_PARTS),
  readMs: epochMs.nullable(),
  problem: problemSchema.nullable(),
});

export const associatedPolicy = z.object({
  policyArn: z.string(),
  scope: z.object({ type: z.string(), namespaces: z.array(z.string()) }),
});

export const excerpt = z
  .object({ firstLine: z.int(), lines: z.array(z.string()) })
  .describe("Lines of aws-auth, counted from 1.");

const refused = z.object({
  backEnd,
  entry: mappingEntry,
  because: z.enum(["other-arn", "template", "reserved-username"]),
});

export const mappingGranted = z.object({
  outcome: z.literal("granted"),
  backEnd,
  entry: mappingEntry.nullable().describe("null = the caller's account is mapped as a whole."),
  rivals: z.array(mappingEntry),
  username: z.string(),
  groups: z.array(z.string()),
  isOpen: z.boolean().describe("An instance's name, which only EC2 knows, still stands as its template."),
  refused: z.array(refused),
});

export const mappingDecision = z.union([
  mappingGranted,
  z.object({ outcome: z.literal("denied"), error: z.string(), refused: z.array(refused) }),
]);

export const nearMiss = z.object({ kind: z.enum(NEAR_MISSES), backEnd, entry: mappingEntry });

export const mappedCaller = z.object({
  arn: z.string(),
  canonicalArn: z.string(),
  accountId: z.string(),
  userId: z.string(),
  sessionName: z.string(),
  accessKeyId: z.string(),
});

export const seenCaller = mappedCaller.extend({
  class: z.enum(CALLER_CLASSES),
  name: z.string(),
  attempts: count,
  granted: count,
  lastDayMs: epochMs,
});
