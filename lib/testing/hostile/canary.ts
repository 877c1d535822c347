import type { Dice } from "../fuzz/dice";

/** The function of a page that no text may ever call. */
export const CANARY = "gatebookCanary";

/** A statement that calls it, or asks the reader something, with the mark of the value it stands in. */
export function callCanary({ pick }: Dice, mark: string): string {
  return pick([
    `${CANARY}('${mark}')`,
    `${CANARY}("${mark}")`,
    `${CANARY}(\`${mark}\`)`,
    `${CANARY}(/${mark}/.source)`,
    `top.${CANARY}('${mark}')`,
    `self['gatebook'+'Canary']('${mark}')`,
    `Function('${CANARY}(/${mark}/.source)')()`,
    `alert('${mark}')`,
  ]);
}
