import { formatLogfmtValue } from "@/lib/domain/parse/format-logfmt-value";
import type { Dice } from "./dice";
import { hostileText, mutate } from "./hostile-text";

/** One line for the parser, and what is known of it. */
export interface HostileLine {
  readonly text: string;
  /** Set where the line was printed as logrus prints it: what must be read back. */
  readonly pairs: readonly string[] | null;
  /** Set where a stranger's text stands in a denial's `error=`: what must be read back, as a denial. */
  readonly deniedWith: string | null;
}

const REQUEST = "method=POST path=/authenticate";
const REAL_LINES = [
  `time="2026-01-02T03:04:05Z" level=info msg="STS response" accesskeyid=ASIAEXAMPLE accountid=111122223333 arn="arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com" client="127.0.0.1:38940" ${REQUEST} session=jane@example.com stsendpoint=sts.eu-west-1.amazonaws.com userid=AROAEXAMPLE`,
  `time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" client="127.0.0.1:38940" groups="[dev ops]" ${REQUEST} stsendpoint=sts.eu-west-1.amazonaws.com uid="aws-iam-authenticator:111122223333:AROAEXAMPLE" username="dev:jane-example.com"`,
  `time="2021-09-13T16:29:14Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/eks" client="127.0.0.1:50410" groups="[]" ${REQUEST} sts=sts.us-east-1.amazonaws.com uid="heptio-authenticator-aws:111122223333:AROAEXAMPLE" username=eks`,
  `time="2026-01-02T03:04:05Z" level=warning msg="access denied" client="127.0.0.1:1" error="Body: {\\"Error\\":{\\"Code\\":\\"ExpiredToken\\"}}" ${REQUEST}`,
  '{"client":"127.0.0.1:1","groups":["a b","c"],"level":"info","msg":"access granted","time":"2026-01-02T03:04:05Z","uid":"u","username":"n"}',
  'Authenticator Version: "v0.7.18", "0123"',
  "E0102 03:04:05.678901       1 reflector.go:1] watch ended",
] as const;
const KEYS = [
  "time",
  "level",
  "msg",
  "arn",
  "client",
  "error",
  "groups",
  "uid",
  "username",
  "x",
  "Z.9",
  "__proto__",
] as const;

export function hostileLine(dice: Dice): HostileLine {
  const kind = dice.below(5);
  if (kind === 0) return { text: hostileText(dice, 60), pairs: null, deniedWith: null };
  if (kind === 1) return printedLine(dice);
  if (kind === 2) return deniedLine(dice);
  return { text: mutate(dice, dice.pick(REAL_LINES)), pairs: null, deniedWith: null };
}

function printedLine(dice: Dice): HostileLine {
  const pairs = Array.from({ length: 1 + dice.below(7) }, () => [dice.pick(KEYS), wholeText(dice)]).flat();
  let text = "";
  for (let i = 0; i < pairs.length; i += 2) {
    text += `${i === 0 ? "" : " "}${pairs[i]}=${formatLogfmtValue(pairs[i + 1] ?? "")}`;
  }
  return { text, pairs, deniedWith: null };
}

function deniedLine(dice: Dice): HostileLine {
  const error = wholeText(dice);
  const arn = dice.below(2) === 0 ? "" : ' arn="arn:aws:iam::111122223333:role/Dev"';
  const text = `time="2026-01-02T03:04:05Z" level=warning msg="access denied"${arn} client="127.0.0.1:1" error=${formatLogfmtValue(error)} ${REQUEST}`;
  return { text, pairs: null, deniedWith: error };
}

/** Without lone surrogates but those that stand for a byte: only these have a printed form. */
function wholeText(dice: Dice): string {
  return (
    hostileText(dice, 20).replaceAll(/\p{Surrogate}/gu, "\ufffd") + dice.pick(["", "", "\udc80", "\udcff"])
  );
}
