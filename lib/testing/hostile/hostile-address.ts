import type { Dice } from "../fuzz/dice";

const SCHEMES = [
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "java\nscript:",
  "\u0001javascript:",
  " javascript:",
  "javascript&colon;",
  "&#106;avascript:",
  "javascript:https://gatebook.example.com/%0a",
  "javascript://%0d%0a",
  "vbscript:",
  "view-source:javascript:",
] as const;

/** Addresses that run or lead elsewhere when somebody makes a link of them. */
export function hostileAddress({ pick, below }: Dice, call: string, mark: string): string {
  const page = `<script>${call}</script>`;
  switch (below(5)) {
    case 0:
      return `data:text/html,${encodeURIComponent(page)}#${mark}`;
    case 1:
      return `data:text/html;base64,${Buffer.from(page).toString("base64")}#${mark}`;
    case 2:
      return pick([
        `https://evil.example/${mark}`,
        `//evil.example/${mark}`,
        `/\\evil.example/${mark}`,
        `https://gatebook.example.com@evil.example/${mark}`,
        `https:evil.example/${mark}?x=/attempts`,
        `../../../sign-out?${mark}#/../..`,
      ]);
    default:
      return `${pick(SCHEMES)}${call}`;
  }
}
