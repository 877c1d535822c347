import { createOpenApiDocument } from "@/lib/server/api/openapi-document";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(createOpenApiDocument(), { headers: { "cache-control": "no-store" } });
}
