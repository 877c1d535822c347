import type { ZodType } from "zod";
import { BadParameters, errorResponse } from "./http-errors";

/**
 * What a body of JSON asks for; or the answer where it does not tell its length, or is too long. Throws BadParameters
 * where it is nothing that the schema describes.
 */
export async function readWrite<T>(
  request: Request,
  schema: ZodType<T>,
  longest: number,
): Promise<T | Response> {
  // The front server's parser holds a body to the length it tells.
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= longest))
    return errorResponse(413, {
      code: "too-large",
      message: `The body must tell its length, at most ${longest} bytes.`,
    });
  const read = schema.safeParse(await request.json().catch(() => null));
  if (read.success) return read.data;
  throw new BadParameters([{ parameter: "body", message: "The body is no change that is known here." }]);
}
