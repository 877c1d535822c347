import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnyLine } from "./authenticator-line";
import { formatLogfmtValue } from "./format-logfmt-value";
import { readRequestLine } from "./request-line";

const HEAD = 'time="2026-01-02T03:04:05Z" level=info';
const ARN = 'arn="arn:aws:iam::111122223333:role/Dev"';
const CLIENT = 'client="127.0.0.1:54812"';
const REQUEST = "method=POST path=/authenticate";
const ENDPOINT = "stsendpoint=sts.eu-west-1.amazonaws.com";

/** A line of each version, and lines that come close to being one. */
const LINES = [
  `${HEAD} msg="STS response" accesskeyid=ASIAEXAMPLE accountid=111122223333 ${ARN} ${CLIENT} ${REQUEST} session=jane@example.com ${ENDPOINT} userid=AROAEXAMPLE`,
  `${HEAD} msg="STS response" accesskeyid= accountid=111122223333 ${ARN} ${CLIENT} ${REQUEST} session= userid="111122223333:bo"`,
  `${HEAD} msg="STS response" accountid=111122223333 ${ARN} ${CLIENT} ${REQUEST} session="a=b" userid=AROAEXAMPLE`,
  `${HEAD} msg="access granted" ${ARN} ${CLIENT} groups="[a b]" ${REQUEST} ${ENDPOINT} uid="x:1:AROA" username="dev:jane"`,
  `${HEAD} msg="access granted" ${CLIENT} groups="[]" ${REQUEST} uid="x:administrative:" username=`,
  `${HEAD} msg="access denied" ${ARN} ${CLIENT} error="identity is not mapped" ${REQUEST}`.replace(
    "info",
    "warning",
  ),
  `${HEAD} msg="access denied" ${CLIENT} error="token is too large" ${REQUEST}`.replace("info", "warning"),
];
const NEAR = [
  ...LINES.flatMap((line) => [
    `${line} `,
    `${line}\n`,
    `${line} extra=1`,
    line.replace("POST", "PUT"),
    line.slice(0, -3),
  ]),
  ...LINES.flatMap((line) => [
    line.replace(CLIENT, `${CLIENT} ${CLIENT}`),
    line.replace("1:54", '1"54'),
    line.replace("54", "\\n"),
  ]),
  ...LINES.map((line) => line.replace(ENDPOINT, 'stsendpoint=sts"x')),
];

const plain = (line: string) => {
  const record = readRequestLine(line);
  return record && { ...record, timeMs: record.timeMs, fields: record.fields };
};

describe("readRequestLine", () => {
  it.each(LINES)("reads at once %s", (line) => {
    const general = readAnyLine(line);
    expect(plain(line)).toEqual(general);
    if (general.kind === "line") expect([...(plain(line)?.fields ?? [])]).toEqual([...general.fields]);
  });

  it.each(NEAR)("agrees with the general way, or leaves it the line: %j", (line) => {
    const read = plain(line);
    if (read !== null) expect(read).toEqual(readAnyLine(line));
  });

  it("agrees on any values", () => {
    const value = fc
      .oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[ -~]*$/))
      .map(formatLogfmtValue);
    const line = fc.tuple(fc.constantFrom(...LINES), fc.nat(), value).map(([text, nth, printed]) => {
      const values = [...text.matchAll(/=("[^"]*"|\S*)/g)];
      const chosen = values[nth % values.length];
      const at = (chosen?.index ?? 0) + 1;
      return text.slice(0, at) + printed + text.slice(at + (chosen?.[1]?.length ?? 0));
    });
    const agrees = (text: string) => {
      const read = plain(text);
      if (read !== null) expect(read).toEqual(readAnyLine(text));
    };
    fc.assert(fc.property(line, agrees), { seed: 1, numRuns: 5_000 });
  });

  it("leaves long lines to the general way", () => {
    expect(readRequestLine((LINES[6] ?? "").replace("too large", "x".repeat(5_000)))).toBeNull();
  });
});
