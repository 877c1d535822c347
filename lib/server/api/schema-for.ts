import type { ZodType, z } from "zod";

/**
 * Takes a schema for T, and nothing else: a field that is missing, is one too many, or has another type fails the
 * compilation, so that the API's description cannot drift from what the code gives. `readonly` plays no part.
 */
export function schemaFor<T>() {
  return <S extends ZodType>(
    schema: Same<Plain<z.output<S>>, Plain<T>> extends true ? S : Drift<T, z.output<S>>,
  ) => schema as unknown as ZodType<T>;
}

/** Shown by the compiler where a schema does not describe its type. */
interface Drift<T, S> {
  readonly "the schema does not describe the type": { readonly type: T; readonly schema: S };
}

type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
