import { parseJson } from "@/lib/domain/parse/parse-json";
import { printConfigMapObject } from "@/lib/domain/parse/configuration-marks/print-config-map";
import { askKubernetes, type KubernetesAccess, KubernetesRefusal } from "./ask-kubernetes";
import { toKubernetesError } from "./to-kubernetes-problem";

const PATH = "/api/v1/namespaces/kube-system/configmaps/aws-auth";
export const AWS_AUTH_WISH = {
  what: "the ConfigMap aws-auth",
  permission: "get configmaps/aws-auth in kube-system",
  command: "kubectl get configmap aws-auth -n kube-system -o yaml",
};

/** aws-auth as a manifest; null = the cluster has none. Throws SourceError. */
export async function readAwsAuthObject(
  access: KubernetesAccess,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const json = parseJson(await askKubernetes(access, PATH, signal));
    const text = json.ok ? printConfigMapObject(json.value) : null;
    if (text === null) throw new Error("the answer is no ConfigMap");
    return text;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof KubernetesRefusal && error.status === 404) return null;
    throw toKubernetesError(error, AWS_AUTH_WISH, access);
  }
}
