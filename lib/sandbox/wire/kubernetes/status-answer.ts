export interface KubernetesAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A refusal in Kubernetes' own shape. */
export function statusAnswer(code: number, reason: string, message: string): KubernetesAnswer {
  return {
    status: code,
    body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, code },
  };
}
