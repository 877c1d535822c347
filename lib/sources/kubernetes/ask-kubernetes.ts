import { request } from "node:https";

/** A cluster's API server, and the token that it is asked with. */
export interface KubernetesAccess {
  /** For people: the cluster's name. */
  readonly cluster: string;
  readonly region: string;
  /** `https://…`, as EKS tells it. */
  readonly endpoint: string;
  /** The cluster's own authority, in PEM: nobody else's certificate is taken. */
  readonly authority: string;
  readonly token: () => Promise<string>;
}

/** The API server answered with another status than 200. */
export class KubernetesRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "KubernetesRefusal";
    this.status = status;
  }
}

const TIMEOUT_MS = 8_000;
/** A page of five hundred roles is far below. */
const LARGEST = 32_000_000;

/**
 * Reads one path; gives the answer's text. Throws KubernetesRefusal, a network's error, or the signal's reason. Nothing but
 * GET is ever sent.
 */
export async function askKubernetes(
  { endpoint, authority, token }: KubernetesAccess,
  path: string,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(path, endpoint);
  if (url.protocol !== "https:") throw new Error(`the cluster's endpoint is no https address: ${endpoint}`);
  const headers = { authorization: `Bearer ${await token()}`, accept: "application/json" };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "GET", ca: authority, headers, signal, timeout: TIMEOUT_MS });
    asked.once("timeout", () => asked.destroy(new Error("timeout: no answer came in time")));
    asked.once("error", reject);
    asked.once("response", (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LARGEST) asked.destroy(new Error(`the answer is larger than ${LARGEST} bytes`));
      });
      response.once("error", reject);
      response.once("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const { statusCode: status = 0 } = response;
        if (status === 200) resolve(text);
        else reject(new KubernetesRefusal(status, messageOf(text)));
      });
    });
    asked.end();
  });
}

/** What a Status object says. */
function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    return typeof message === "string" ? message.slice(0, 300) : "";
  } catch {
    return "";
  }
}
