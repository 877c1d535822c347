import { onAwsRequest } from "../aws/aws-requests";
import type { Watch } from "./observe-store";

const QUIET_MS = 60_000;

/** Counts every request to AWS; says that AWS slows us down at most once a minute for each API and Region. */
export function watchAws({ log, metrics }: Watch): void {
  const toldAt = new Map<string, number>();
  onAwsRequest(({ api, region, outcome, ms }) => {
    metrics.requests.inc({ api, region, outcome });
    log.debug({ api, region, outcome, ms: Math.round(ms) }, "AWS request");
    if (outcome !== "throttled") return;
    metrics.throttles.inc({ api, region });
    const key = `${api} ${region}`;
    const now = performance.now();
    if (now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    toldAt.set(key, now);
    log.info({ api, region, code: "throttled" }, "AWS asks to slow down; reading goes on more slowly");
  });
}
