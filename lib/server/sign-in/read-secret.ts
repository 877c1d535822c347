import { readFileSync } from "node:fs";
import { readVariable } from "../config";
import type { SecretPlace } from "./sign-in-settings";

/** As long as a secret that cannot be guessed is at least. */
const SHORTEST = 16;

/** The secret of a place, without blanks around it. Throws one sentence on what is wrong with it, never with the secret. */
export function readSecret(place: SecretPlace): string {
  const title = place.kind === "file" ? place.path : `the variable ${place.name}`;
  const secret = (place.kind === "file" ? readFile(place.path) : readVariable(place.name))?.trim() ?? "";
  if (secret === "") throw new Error(`There is no secret in ${title}.`);
  if (secret.length < SHORTEST)
    throw new Error(`The secret in ${title} is shorter than ${SHORTEST} letters.`);
  if (/[^\x21-\x7e]/.test(secret)) throw new Error(`The secret in ${title} is more than one word of ASCII.`);
  return secret;
}

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`The secret's file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
