import type { WrittenLine } from "../day-book";
import type { KubeRequest } from "../lines/audit-event";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import type { Scene } from "./scene";

/** A request that was made, and the line of its last stage. */
export interface MadeRequest {
  readonly line: WrittenLine;
  readonly request: KubeRequest;
  readonly session: Session;
  readonly mapping: Mapping;
  readonly requestedMs: number;
  readonly grantedMs: number;
}

/** Notes it for the truth. */
export function noteRequest(scene: Scene, made: MadeRequest): void {
  const { verb, resource, subresource = null, namespace = null, name = null, code } = made.request;
  scene.book.requests.push({
    ...{ verb, resource, subresource, namespace, name, code },
    line: made.line,
    cluster: made.line.cluster,
    timeMs: made.requestedMs,
    grantedMs: made.grantedMs,
    username: made.mapping.username,
    callerArn: made.session.arn,
    accessKeyId: made.session.accessKeyId,
    origin: made.session.origin,
  });
}
