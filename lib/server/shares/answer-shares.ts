import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import type { ShareOutcome } from "@/lib/domain/summarize/evidence/share-view";
import { printEvidenceFile } from "@/lib/share/print-evidence-file";
import { isShareId } from "@/lib/state/shares/share-id";
import { shareEndpoints } from "../api/share-endpoints";
import { askDeed } from "../deeds/ask-deed";
import { errorResponse, respondJson, respondWith } from "../http-errors";
import { readWrite } from "../read-write";
import { secretOfCookie, shareCookie } from "./share-cookie";
import { NOT_THERE } from "./share-parts";

/** The part of a route's address that names a share. */
export interface OfShare {
  readonly params: Promise<{ readonly id: string }>;
}

const LONGEST_BODY = 65_536;
const { shares, share } = shareEndpoints;

export function answerShares(): Promise<Response> {
  return respondJson(shares, () => askDeed("listShares", null));
}

/** Changes the shares as the body says. The front server has seen that a page of ours asks. */
export function answerSharesChange(request: Request): Promise<Response> {
  return respondWith(async () => {
    const asked = await readWrite(request, shares.write.schema, LONGEST_BODY);
    if (asked instanceof Response) return asked;
    const outcome = await askDeed("changeShares", asked);
    return outcome.kind === "done" ? respondJson(shares, async () => outcome.answer) : failureOf(outcome);
  });
}

export function answerShare(request: Request, { params }: OfShare): Promise<Response> {
  return respondWith(async () => respondEvidence(await open(request, (await params).id)));
}

/** Opens it by the secret that the page read from its address, and hands the browser a cookie of this share. */
export function answerShareBySecret(request: Request, { params }: OfShare): Promise<Response> {
  return respondWith(async () => {
    const asked = await readWrite(request, share.write.schema, LONGEST_BODY);
    if (asked instanceof Response) return asked;
    const { id } = await params;
    const { secret } = asked;
    const response = await respondEvidence(await openBy(id, secret));
    if (response.ok && /^[\w-]{43}$/.test(secret))
      response.headers.append("set-cookie", shareCookie(request, id, secret));
    return response;
  });
}

/** As one page of HTML, to be kept. */
export function answerShareFile(request: Request, { params }: OfShare): Promise<Response> {
  return respondWith(async () => {
    const { id } = await params;
    const outcome = await open(request, id);
    if (outcome.kind !== "done") return failureOf(outcome);
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="gatebook-evidence-${id}.html"`,
      "cache-control": "no-store",
    };
    return new Response(printEvidenceFile(outcome.answer), { headers });
  });
}

function open(request: Request, id: string): Promise<ShareOutcome<Evidence>> {
  return openBy(id, secretOfCookie(request, id));
}

async function openBy(id: string, secret: string | null): Promise<ShareOutcome<Evidence>> {
  return isShareId(id) ? await askDeed("openShare", { id, secret }) : NOT_THERE;
}

async function respondEvidence(outcome: ShareOutcome<Evidence>): Promise<Response> {
  return outcome.kind === "done" ? respondJson(share, async () => outcome.answer) : failureOf(outcome);
}

function failureOf(failure: Exclude<ShareOutcome<never>, { readonly kind: "done" }>): Response {
  const { kind, message } = failure;
  if (failure.kind === "wait")
    return errorResponse(429, { code: "too-busy", message }, { "retry-after": String(failure.seconds) });
  if (kind === "not-there") return errorResponse(404, { code: "not-found", message });
  if (kind === "refused") return errorResponse(409, { code: "refused", message });
  return errorResponse(503, { code: "not-written", message });
}
