import * as z from "zod";
import { REQUEST_OUTCOMES } from "@/lib/domain/correlate/kube-request";
import { type AskedRequests, REQUEST_SPANS } from "@/lib/domain/summarize/requests/asked-requests";
import type {
  AttemptRequests,
  RequestDetail,
  RequestFacets,
  RequestPage,
} from "@/lib/domain/summarize/requests/request-page";
import { schemaFor } from "../schema-for";
import { line } from "./attempt-detail-schema";
import { attemptObject, caller, kubernetes, tracedOrigin } from "./attempt-schema";
import { facet } from "./counts-schemas";
import { problemSchema } from "./source-schemas";
import { count, epochMs } from "./values";

const anyRequest = {
  timeMs: epochMs.describe("When the API server received it."),
  auditId: z.string().describe("A client may choose it."),
  verb: z.string(),
  object: z
    .object({
      group: z.string(),
      resource: z.string(),
      subresource: z.string(),
      namespace: z.string(),
      name: z.string(),
    })
    .nullable()
    .describe("null for paths that are no object's."),
  uri: z.string().nullable(),
  code: z.number().nullable().describe("HTTP status."),
  outcome: z.enum(REQUEST_OUTCOMES),
  reason: z.string().nullable().describe("Which rule let it through, in the authorizer's words."),
  caller,
  kubernetes,
  actsAs: z.string().nullable().describe("Whom the caller acted as (--as)."),
  clientIp: z.string().nullable().describe("The client's own address."),
  userAgent: z.string().nullable().describe("Chosen by the client."),
  recordMs: epochMs.describe("When its record was written: at the end of the request."),
};

const request = z.object({
  id: z.string().describe("Stays the same when the store is rebuilt."),
  cluster: z.string(),
  ...anyRequest,
  recordId: z.string(),
});

const asked = z.object({ id: z.string().describe("AWS's id of its record."), ...anyRequest });

export const tracedRequest = {
  request,
  sessions: z
    .array(z.object({ attemptId: z.string(), confidence: z.enum(["keyed", "timed"]) }))
    .describe("The sessions that may have made it, likeliest first, each by the attempt that let it in."),
  origin: tracedOrigin.nullable().describe("Who is behind it, where one session fits."),
};

const range = z.object({ from: epochMs, to: epochMs });

export const requestPageSchema = schemaFor<RequestPage>()(
  z.object({
    rows: z.array(z.object(tracedRequest)),
    next: z.string().nullable().describe("Cursor of the next page."),
    total: count,
    range,
  }),
);

export const requestFacetsSchema = schemaFor<RequestFacets>()(
  z.object({
    outcome: facet,
    verb: facet,
    resource: facet,
    namespace: facet,
    username: facet,
    cluster: facet,
  }),
);

export const requestDetailSchema = schemaFor<RequestDetail>()(
  z.object({
    ...tracedRequest,
    attempts: z.array(attemptObject).describe("Those of its sessions, in their order."),
    record: line.nullable().describe("null: it is not kept any more."),
  }),
);

export const attemptRequestsSchema = schemaFor<AttemptRequests>()(
  z.object({
    range: range.describe("When the token may have been used."),
    requests: z.array(request).describe("Newest first, 50 at most."),
    use: z
      .object({
        requests: count,
        firstMs: epochMs,
        lastMs: epochMs,
        clientIps: z.array(z.string()),
        userAgents: z.array(z.string()),
      })
      .nullable(),
    isShared: z
      .boolean()
      .describe("No record tells the session's key, and a tool named it: some of them may be another's."),
    unread: z.string().nullable().describe("Why nothing, or not all, can be known."),
  }),
);

export const askedRequestsSchema = schemaFor<AskedRequests>()(
  z.object({
    state: z
      .enum(["not-asked", "waiting", "reading", "done", "stopped", "failed", "not-possible"])
      .describe("not-asked: have it read with read=begin; what was read long ago is forgotten."),
    span: z.enum(REQUEST_SPANS),
    range,
    readDownToMs: epochMs.nullable().describe("Down to here it is read, newest first."),
    pages: count.describe("Pages that AWS gave."),
    isSlowed: z.boolean().describe("AWS asks to slow down."),
    total: count,
    reads: count.describe("And questions about oneself."),
    writes: count,
    denials: count,
    streams: count.describe("exec, attach and portforward."),
    first: asked.nullable().describe("Of what is read."),
    last: asked.nullable(),
    counts: z
      .array(z.object({ verb: z.string(), what: z.string(), count, denied: count }))
      .describe("Most frequent first, 50 at most."),
    clientIps: z.array(z.string()).describe("Most frequent first."),
    userAgents: z.array(z.string()).describe("Chosen by the client."),
    rows: z.array(asked).describe("One page, newest first."),
    next: z.string().nullable().describe("Cursor of the next page."),
    problem: problemSchema.nullable(),
    notes: z.array(z.string()).describe("What cannot be told."),
    command: z.string().nullable().describe("Reads the same with AWS's own command line."),
  }),
);
