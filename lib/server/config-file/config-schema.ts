import { CONFIG_KEYS } from "./config-keys";
import type { MapShape, Shape, TextShape } from "./shape";

type Schema = Readonly<Record<string, unknown>>;

/** The config file as a JSON schema, for editors: made of the same description that validates it. */
export function createConfigSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Gatebook's config file",
    ...toSchema(CONFIG_KEYS),
    anyOf: [{ required: ["accounts"] }, { required: ["clusters"] }, { required: ["signIn"] }],
  };
}

function toSchema(shape: Shape): Schema {
  const description = shape.about;
  if (shape.kind === "text") return { description, ...textSchema(shape) };
  if (shape.kind === "list") return { description, type: "array", items: toSchema(shape.of) };
  if (shape.kind === "map") return { description, ...mapSchema(shape) };
  const { min: minimum, max: maximum } = shape;
  const type = shape.whole ? "integer" : "number";
  return { description, type, minimum, maximum, default: shape.default };
}

/** Twelve digits without quotes are a number to an editor; the pattern says nothing of numbers. */
function textSchema({ pattern, example }: TextShape): Schema {
  const type = /^\d+$/.test(example) ? ["string", "integer"] : "string";
  return { type, pattern: pattern.source, examples: [example] };
}

function mapSchema({ keys }: MapShape): Schema {
  const entries = Object.entries(keys);
  const required = entries.flatMap(([key, of]) => (of.kind === "text" && of.required ? [key] : []));
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(([key, of]) => [key, toSchema(of)])),
    ...(required.length === 0 ? {} : { required }),
  };
}
