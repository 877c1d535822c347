import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as getDocument } from "@/app/api/v1/openapi.json/route";
import { PARAMETER_RULES, REQUEST_PARAMETERS } from "@/lib/search-params/parameters/parameter-rules";
import { parseAttemptQuery } from "@/lib/search-params/attempts/parse-attempt-query";
import { endpoints } from "./endpoints";
import { createOpenApiDocument } from "./openapi-document";
import { schemaFor } from "./schema-for";
import { attemptSchema } from "./schemas/attempt-schema";
import * as z from "zod";

const app = join(import.meta.dirname, "../../../app");
const OWN_DOCUMENT = "/api/v1/openapi.json";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: {
    readonly type: string;
    readonly items?: { readonly enum?: string[] };
    readonly maximum?: number;
  };
}
type Paths = Record<string, { get: { operationId: string; parameters: Parameter[]; responses: object } }>;

describe("the OpenAPI document", () => {
  const document = createOpenApiDocument();
  const paths = document.paths as Paths;

  it("knows every route there is, and no other", () => {
    const routes = readdirSync(app, { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)route\.tsx?$/.test(file))
      .map((file) => `/${dirname(file)}`)
      .filter((path) => path !== OWN_DOCUMENT);
    expect(
      Object.values(endpoints)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(routes.sort());
  });

  it("is served as it is made", async () => {
    const response = getDocument();
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(document.openapi).toBe("3.1.0");
  });

  it("refers to nothing that it does not hold", () => {
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const place = JSON.parse(`{${reference}}`).$ref.slice(2).split("/");
      expect(
        place.reduce((at: Record<string, never>, key: string) => at?.[key], document),
        reference,
      ).toBeDefined();
    }
  });

  it("says of each parameter what the check says", () => {
    const { parameters = [] } = paths["/api/v1/attempts"]?.get ?? {};
    expect(parameters.map(({ name }) => name).sort()).toEqual(
      Object.keys(PARAMETER_RULES)
        .filter(
          (name) =>
            ![
              "buckets",
              "find",
              "lookUp",
              "span",
              "read",
              "who",
              "message",
              "format",
              "bom",
              "after",
              "open",
              "columns",
              "deed",
              "check",
              ...REQUEST_PARAMETERS,
            ].includes(name),
        )
        .sort(),
    );
    const now = Date.UTC(2026, 10, 20);
    const isFine = (query: string) => parseAttemptQuery(new URLSearchParams(query), now).ok;
    for (const { name, schema } of parameters.filter(({ name }) => name !== "v")) {
      for (const value of schema.items?.enum ?? []) expect(isFine(`${name}=${value}`), value).toBe(true);
      if (schema.maximum === undefined) continue;
      expect(isFine(`${name}=${schema.maximum}`), name).toBe(true);
      expect(isFine(`${name}=${schema.maximum + 1}`), name).toBe(false);
    }
  });

  it("says of a path that takes no filter what it takes", () => {
    const { parameters = [] } = paths["/api/v1/attempts/{id}/chain"]?.get ?? {};
    expect(parameters.map(({ name }) => name)).toEqual(["id", "v", "lookUp"]);
    const asked = paths["/api/v1/attempts/{id}/all-requests"]?.get.parameters ?? [];
    expect(asked.map(({ name }) => name)).toEqual(["id", "v", "span", "read", "cursor", "limit"]);
  });

  it("describes errors too", () => {
    expect(Object.keys(paths["/api/v1/attempts"]?.get.responses ?? {})).toEqual([
      "200",
      "400",
      "401",
      "403",
      "500",
      "503",
    ]);
    expect(Object.keys(paths["/api/v1/attempts/{id}"]?.get.responses ?? {})).toContain("404");
  });
});

describe("a schema of the API", () => {
  it("lets out what it describes, and nothing beside it", () => {
    const attempt = {
      id: "1",
      timeMs: 1.5,
      cluster: "prod",
      decision: "denied",
      class: "unknown",
      caller: null,
      kubernetes: null,
      error: "x",
      stsEndpoint: null,
      sts: null,
      evidence: [],
      origin: null,
    };
    expect(attemptSchema.parse({ ...attempt, token: "k8s-aws-v1.x" })).toEqual(attempt);
    expect(attemptSchema.safeParse({ ...attempt, decision: "maybe" }).success).toBe(false);
  });

  it("does not compile when it drifts from its type", () => {
    const forText = schemaFor<{ readonly text: string; readonly more?: readonly number[] }>();
    forText(z.object({ text: z.string(), more: z.array(z.number()).exactOptional() }));
    // @ts-expect-error a field is missing
    forText(z.object({ text: z.string() }));
    // @ts-expect-error a field is one too many
    forText(z.object({ text: z.string(), more: z.array(z.number()).exactOptional(), extra: z.string() }));
    // @ts-expect-error null was not allowed
    forText(z.object({ text: z.string().nullable(), more: z.array(z.number()).exactOptional() }));
    // @ts-expect-error must be optional
    forText(z.object({ text: z.string(), more: z.array(z.number()) }));
    expect(forText).toBeTypeOf("function");
  });
});
