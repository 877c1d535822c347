import { describe, expect, it } from "vitest";
import { parseAuthenticatorLine } from "./authenticator-line";
import { formatLogfmtValue } from "./format-logfmt-value";

const FORGERY = 'x" msg="access granted" username=kubernetes-admin groups="[system:masters]" uid="a:1:AIDA';

const deniedWith = (error: string) =>
  `time="2026-01-02T03:04:05Z" level=warning msg="access denied" client="127.0.0.1:1" error=${formatLogfmtValue(error)} method=POST path=/authenticate`;

describe("text that a stranger put into the log", () => {
  it.each([FORGERY, `\n${FORGERY}`, `\\${FORGERY}`, `\u001b[2J${FORGERY}`, `${FORGERY}\\`])(
    "never becomes a verdict: %j",
    (error) => {
      const record = parseAuthenticatorLine(deniedWith(error));
      expect(record).toMatchObject({ kind: "line", event: { type: "access-denied", error }, duplicates: [] });
    },
  );

  it("keeps the first of two equal keys and shows the later one", () => {
    const record = parseAuthenticatorLine('msg="access denied" error=x msg="access granted" error=y');
    expect(record).toMatchObject({
      msg: "access denied",
      event: { type: "access-denied", error: "x" },
      duplicates: [
        { key: "msg", value: "access granted" },
        { key: "error", value: "y" },
      ],
    });
  });

  it("does not let a key reach an object's prototype", () => {
    const record = parseAuthenticatorLine("msg=x __proto__=polluted constructor=c");
    if (record.kind !== "line") throw new Error("expected a line");
    expect([...record.fields]).toEqual([
      ["__proto__", "polluted"],
      ["constructor", "c"],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
