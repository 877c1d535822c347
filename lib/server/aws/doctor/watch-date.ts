import type { STSClient } from "@aws-sdk/client-sts";

/** Tells by how much our clock differs from AWS's whenever the client gets an answer, a refusal too. Milliseconds. */
export function watchDate(client: STSClient, now: () => number, tell: (skewMs: number) => void): void {
  const stack = client.middlewareStack as unknown as {
    add(middleware: (next: Handler) => Handler, place: object): void;
  };
  stack.add(
    (next) => async (args) => {
      const began = now();
      const result = await next(args);
      const date = Date.parse(result.response?.headers?.date ?? "");
      if (!Number.isNaN(date)) tell((began + now()) / 2 - date);
      return result;
    },
    { name: "watchDate", step: "deserialize", priority: "low" },
  );
}

type Result = { readonly response?: { readonly headers?: Readonly<Record<string, string>> } };
type Handler = (args: unknown) => Promise<Result>;
