/** What the API says when it cannot answer: `{"error": {code, message, parameter?, remedy?}}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly parameter: string | null;
  readonly remedy: string | null;
  constructor(status: number, body: unknown) {
    const error = readError(body);
    super(error.message ?? `The server answered ${status}.`);
    this.name = "ApiError";
    this.status = status;
    this.code = error.code ?? "unknown";
    this.parameter = error.parameter ?? null;
    this.remedy = error.remedy ?? null;
  }
}

/** GET of one of Gatebook's own API paths. Throws ApiError when it answers with an error. */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return readAnswer<T>(
    await fetch(path, { ...(signal && { signal }), headers: { accept: "application/json" } }),
  );
}

/** POST of JSON to one of Gatebook's own API paths. Throws ApiError when it answers with an error. */
export async function postJson<T>(path: string, value: unknown): Promise<T> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return readAnswer<T>(await fetch(path, { method: "POST", headers, body: JSON.stringify(value) }));
}

async function readAnswer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new ApiError(response.status, body);
  return body as T;
}

type ErrorFields = Partial<Record<"code" | "message" | "parameter" | "remedy", string>>;

function readError(body: unknown): ErrorFields {
  if (typeof body !== "object" || body === null || !("error" in body)) return {};
  const fields = Object.entries(body.error ?? {}).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(fields);
}
