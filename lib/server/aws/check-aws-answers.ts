import { codeOf } from "@/lib/sources/aws/to-source-problem";
import { ForeignAnswerError } from "@/lib/sources/aws/unreadable-answer";
import type { AwsClient } from "./aws-requests";

type Handler = (args: unknown) => Promise<unknown>;

interface Context {
  readonly commandName?: string;
}

interface Stack {
  add(middleware: (next: Handler, context: Context) => Handler, place: object): void;
}

interface WireAnswer {
  readonly response: {
    readonly statusCode?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: { destroy?(): void };
  };
}

/**
 * The same client, that takes neither HTML nor nothing for an answer: read as XML or JSON each would be one in which there
 * is nothing to read, as if there were no records. AWS's own errors are no HTML either.
 */
export function refuseForeignAnswers<C extends AwsClient>(client: C): C {
  const middleware =
    (next: Handler, { commandName }: Context) =>
    async (args: unknown) => {
      const answer = (await next(args)) as WireAnswer;
      const { headers = {}, body, statusCode = 0 } = answer.response;
      const type = headers["content-type"] ?? "";
      // An object of a bucket may be empty, and says so itself.
      const isEmpty = statusCode === 204 || (statusCode === 200 && headers["content-length"] === "0");
      const isForeign = type.startsWith("text/html") || (isEmpty && commandName !== "GetObjectCommand");
      if (!isForeign) return answer;
      body?.destroy?.();
      throw new ForeignAnswerError(type);
    };
  // Before the SDK reads it.
  stackOf(client).add(middleware, { name: "refuseForeignAnswers", step: "deserialize", priority: "low" });
  return client;
}

/**
 * The same client, that tells a Region which is not enabled from credentials that AWS does not know: it says the same of
 * both. `isKnown`: whether AWS takes the credentials where every account may ask.
 */
export function nameDisabledRegion<C extends AwsClient>(client: C, isKnown: () => Promise<boolean>): C {
  const middleware = (next: Handler) => async (args: unknown) => {
    try {
      return await next(args);
    } catch (error) {
      const isRefused = codeOf(error) === "no-credentials" && "$metadata" in (error as object);
      if (!isRefused || !(await isKnown())) throw error;
      const named = new Error("The Region is not enabled for the account.", { cause: error });
      throw Object.assign(named, { name: "RegionDisabledException" });
    }
  };
  stackOf(client).add(middleware, { name: "nameDisabledRegion", step: "initialize" });
  return client;
}

function stackOf(client: AwsClient): Stack {
  return client.middlewareStack as Stack;
}
