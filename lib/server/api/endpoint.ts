import type { ZodType } from "zod";
import type { ExtraParameter, ViewParameter } from "@/lib/search-params/parameters/parameter-rules";

/** One path of the API: what may be asked, and what is answered. The document and the route are made from it. */
export interface Endpoint<T> {
  /** As the folder below `app` is named: `/api/v1/attempts/[id]`. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  /** What may stand in the query: the parameters of the attempts screen with these beside them; null = nothing. */
  readonly query: readonly ExtraParameter[] | null;
  /** Where not all of the screen's parameters have a meaning: those that have. The others are refused. */
  readonly view?: readonly ViewParameter[];
  /** What stands in the path, each with its meaning. */
  readonly inPath?: Readonly<Record<string, string>>;
  /** What a 200 is, where it is not JSON. */
  readonly media?: readonly string[];
  /** What a 200 holds. */
  readonly schema: ZodType<T>;
  /** What may be sent here by POST; it is answered as a GET afterwards would be. */
  readonly write?: EndpointWrite;
}

interface EndpointWrite {
  readonly operationId: string;
  readonly name: string;
  readonly summary: string;
  readonly schema: ZodType;
}
