import * as z from "zod";
import { PARAMETER_RULES, type ParameterName } from "@/lib/search-params/parameters/parameter-rules";
import { VIEW_PARAMETERS } from "@/lib/search-params/attempts/parse-attempt-query";
import { VERSION } from "../version";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { errorSchema } from "./schemas/error-schema";

type Json = Readonly<Record<string, unknown>>;

const ABOUT =
  "Who got in to an Amazon EKS cluster, as which Kubernetes identity, and why or why not. Times without a zone are milliseconds since 1970, UTC. Texts such as session names, errors and user agents are chosen by whoever tries to get in.";

/** The OpenAPI 3.1 document of the API, made from what checks its parameters and shapes its answers. */
export function createOpenApiDocument(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Gatebook",
      version: VERSION,
      description: ABOUT,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: Object.fromEntries(
      Object.entries(endpoints).map(([id, endpoint]) => [
        endpoint.path.replaceAll(/\[(?:\.\.\.)?/g, "{").replaceAll("]", "}"),
        { get: describeGet(id, endpoint), ...describeWrite(endpoint) },
      ]),
    ),
    components: { schemas: describeSchemas(), responses: describeErrors() },
  };
}

function describeGet(operationId: string, endpoint: Endpoint<unknown>): Json {
  const { name, summary, query, view = VIEW_PARAMETERS, inPath = {}, media } = endpoint;
  const fromPath = Object.entries(inPath).map(([parameter, description]) => ({
    name: parameter,
    in: "path",
    required: true,
    description,
    schema: { type: "string" },
  }));
  const fromQuery = query === null ? [] : [...view, "v" as const, ...query].map(describeParameter);
  const reply = (code: string) => ({ $ref: `#/components/responses/${code}` });
  return {
    operationId,
    summary,
    parameters: [...fromPath, ...fromQuery],
    responses: {
      "200": { description: summary, content: media === undefined ? jsonOf(name) : textOf(media) },
      ...(query === null ? {} : { "400": reply("BadParameter") }),
      ...(fromPath.length === 0 ? {} : { "404": reply("NotFound") }),
      "401": reply("SignIn"),
      "403": reply("NotAllowed"),
      "500": reply("Failed"),
      "503": reply("Starting"),
    },
  };
}

function describeWrite({ write, name }: Endpoint<unknown>): Json {
  if (write === undefined) return {};
  const { operationId, summary } = write;
  const reply = (code: string) => ({ $ref: `#/components/responses/${code}` });
  const responses = {
    "200": { description: summary, content: jsonOf(name) },
    "400": reply("BadParameter"),
    "401": reply("SignIn"),
    "403": reply("NotAllowed"),
    "409": reply("Refused"),
    "413": reply("TooLarge"),
    "500": reply("Failed"),
    "503": reply("Starting"),
  };
  const requestBody = { required: true, content: jsonOf(write.name) };
  return { post: { operationId, summary, requestBody, responses } };
}

function describeParameter(name: ParameterName): Json {
  const { description, repeated, schema } = PARAMETER_RULES[name];
  const where = { name, in: "query", required: false, description };
  if (repeated === null) return { ...where, schema };
  const list = { type: "array", items: schema, maxItems: repeated };
  return { ...where, style: "form", explode: true, schema: list };
}

function describeSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const { name, schema, write } of Object.values<Endpoint<unknown>>(endpoints)) {
    registry.add(schema, { id: name });
    if (write !== undefined) registry.add(write.schema, { id: write.name });
  }
  registry.add(errorSchema, { id: "Error" });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  // A component is known by its place in the document.
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _place, ...schema }]) => [name, schema]),
  );
}

function describeErrors(): Json {
  const error = (description: string) => ({ description, content: jsonOf("Error") });
  return {
    BadParameter: error("A parameter cannot be; `error.parameter` names it."),
    SignIn: error("Nobody is signed in, where people sign in."),
    NotAllowed: error("This needs another role, or another cluster's; `error.message` says which."),
    NotFound: error("There is no such thing."),
    Refused: error("It cannot be done; `error.message` says why. Nothing was changed."),
    TooLarge: error("The body is too long, or does not tell its length."),
    Failed: error("Something went wrong in Gatebook."),
    Starting: error(
      "The engine does not answer yet, or any more, or too many ask the same; try again in a few seconds. Of a change: it could not be written.",
    ),
  };
}

function textOf(media: readonly string[]): Json {
  return Object.fromEntries(media.map((type) => [type, { schema: { type: "string" } }]));
}

function jsonOf(name: string): Json {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}
