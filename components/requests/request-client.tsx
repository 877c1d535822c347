import { SafeText } from "@/components/ui/safe-text";
import { toVisibleString } from "@/components/ui/visible-text";
import type { KubeRequest } from "@/lib/domain/correlate/kube-request";
import { nameClientTool } from "@/lib/domain/explain/client-tool";

/** Where a request came from, and with which tool, as the client says. */
export function RequestClient({ request }: { request: Pick<KubeRequest, "clientIp" | "userAgent"> }) {
  const { clientIp, userAgent } = request;
  return (
    <>
      {clientIp === null ? null : (
        <span>
          from <SafeText text={clientIp} className="font-mono" />
        </span>
      )}
      {userAgent === null ? null : (
        <span title={`Claimed by the client: ${toVisibleString(userAgent)}`}>
          with <SafeText text={nameClientTool(userAgent)} /> (claimed)
        </span>
      )}
    </>
  );
}
