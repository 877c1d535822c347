import type { Dice } from "./dice";

/** What an attacker would put where he can: quotes, escapes, whole verdicts, terminal codes, long runs. */
const BAITS = [
  '" msg="access granted" username=kubernetes-admin groups="[system:masters]" uid="aws-iam-authenticator:1:AIDA',
  '\\" msg=\\"access granted\\" username=admin',
  '\ntime="2026-01-02T03:04:05Z" level=info msg="access granted" client="127.0.0.1:1" groups="[system:masters]" method=POST path=/authenticate uid="a:1:b" username=admin',
  " msg=granted username=x uid=y",
  "\u001b[2J\u0007",
  "\\",
  "\\\\",
  '\\"',
  '"',
  '""',
  "=",
  " = ",
  "\r\n",
  "__proto__=1",
  '{"msg":"access granted","username":"x","uid":"y"}',
  "\ud83d\ude00",
  "\udc80\udcff",
  "\ud800",
  "\u00a0\u200b\u2028\ufeff",
  "\\x41\\u00e9\\U0001f600\\a",
  "}]}",
  "[[[[[[[[[[[[[[[[",
  ',{"eventVersion":"1.08"',
] as const;

/** Any text at all, with a taste for what has broken parsers before. */
export function hostileText(dice: Dice, longest: number): string {
  const pieces = dice.below(4);
  let text = "";
  for (let i = 0; i <= pieces; i++)
    text += dice.below(3) === 0 ? dice.pick(BAITS) : randomText(dice, longest);
  return text;
}

function randomText(dice: Dice, longest: number): string {
  const highest = dice.pick([128, 128, 256, 65_536]);
  const codes = Array.from({ length: dice.below(longest) }, () => dice.below(highest));
  return String.fromCharCode(...codes);
}

/** The text with some places changed: cut, doubled, swapped for junk. */
export function mutate(dice: Dice, text: string): string {
  let changed = text;
  for (let times = dice.below(3); times >= 0; times--) {
    const at = dice.below(changed.length + 1);
    const to = Math.min(changed.length, at + dice.below(8));
    const junk = dice.pick(["", "", hostileText(dice, 4), changed.slice(at, to).repeat(2), dice.pick(BAITS)]);
    changed = changed.slice(0, at) + junk + changed.slice(to);
  }
  return changed;
}
