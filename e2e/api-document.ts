import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

interface Operation {
  /** Absent where there are none. */
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}
/** By media type; what is not JSON has no schema to hold it against. */
type Content = { readonly "application/json"?: { readonly schema: { readonly $ref: string } } };

interface Document {
  readonly paths: Readonly<Record<string, { readonly get: Operation; readonly post?: Operation }>>;
  readonly components: { readonly responses: Readonly<Record<string, { readonly content: Content }>> };
}

/** An answer of the API, as a browser or a test got it. */
export interface Answer {
  /** Absent = GET. */
  readonly method?: string;
  readonly url: string;
  readonly status: number;
  readonly body: unknown;
}

/** The document that a server gives of its API. */
export class ApiDocument {
  readonly #document: Document;
  readonly #ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    this.#document = document;
    this.#ajv.addSchema(document, "api");
  }

  /** `cookie`: of somebody who may read it, where people sign in. */
  static async load(origin: string, cookie = ""): Promise<ApiDocument> {
    const response = await fetch(`${origin}/api/v1/openapi.json`, { headers: { cookie } });
    return new ApiDocument((await response.json()) as Document);
  }

  get paths(): readonly string[] {
    return Object.keys(this.#document.paths);
  }

  /** Whether a path answers 200 with JSON, and not with a file or a stream. */
  givesJson(path: string): boolean {
    return this.#document.paths[path]?.get.responses["200"]?.content?.["application/json"] !== undefined;
  }

  /** The parameters of a path, each with where it stands: `query` or `path`. */
  parametersOf(path: string): readonly { readonly name: string; readonly in: string }[] {
    return this.#document.paths[path]?.get.parameters ?? [];
  }

  /** What of the question or its answer the document does not describe. */
  findBreaches({ method = "GET", url, status, body }: Answer): string[] {
    const { pathname, searchParams } = new URL(url);
    const path = this.paths.find((one) => toPattern(one).test(pathname));
    const operations = path === undefined ? undefined : this.#document.paths[path];
    const operation = method === "POST" ? operations?.post : operations?.get;
    if (operation === undefined) return [`${method} ${pathname} is not in the document`];
    const { parameters = [] } = operation;
    const known = parameters.map(({ name }) => name);
    const unknown = [...searchParams.keys()].filter((name) => !known.includes(name));
    const problems = status === 400 ? [] : unknown.map((name) => `${pathname}: parameter ${name}`);
    const reference = this.#referenceOf(operation, status);
    if (reference === null) return [...problems, `${pathname}: status ${status}`];
    const validate = this.#validatorOf(reference);
    if (validate(body)) return problems;
    return [...problems, `${pathname}: ${this.#ajv.errorsText(validate.errors)}`];
  }

  #referenceOf({ responses }: Operation, status: number): string | null {
    const response = responses[String(status)];
    const shared = response?.$ref?.split("/").at(-1) ?? "";
    const { content } = this.#document.components.responses[shared] ?? response ?? {};
    return content?.["application/json"]?.schema.$ref ?? null;
  }

  #validatorOf(reference: string): ValidateFunction {
    const validate = this.#validators.get(reference) ?? this.#ajv.compile({ $ref: `api${reference}` });
    this.#validators.set(reference, validate);
    return validate;
  }
}

/** `/api/v1/attempts/{id}` → all its paths. */
function toPattern(path: string): RegExp {
  const parts = path.split("/").map((part) => (part.startsWith("{") ? "[^/]+" : part.replace(/[.]/g, "\\.")));
  return new RegExp(`^${parts.join("/")}$`);
}
