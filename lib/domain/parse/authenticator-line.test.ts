import { describe, expect, it } from "vitest";
import { parseAuthenticatorLine } from "./authenticator-line";

const GRANTED =
  'time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" client="127.0.0.1:54812" groups="[dev ops]" method=POST path=/authenticate stsendpoint=sts.eu-west-1.amazonaws.com uid="aws-iam-authenticator:111122223333:AROAEXAMPLE" username="dev:jane"';

describe("parseAuthenticatorLine", () => {
  it("reads a granted line", () => {
    expect(parseAuthenticatorLine(GRANTED)).toMatchObject({
      kind: "line",
      timeMs: Date.UTC(2026, 0, 2, 3, 4, 5),
      level: "info",
      event: {
        type: "access-granted",
        client: "127.0.0.1:54812",
        arn: "arn:aws:iam::111122223333:role/Dev",
        username: "dev:jane",
        groups: ["dev", "ops"],
        stsEndpoint: "sts.eu-west-1.amazonaws.com",
      },
    });
  });

  it("reads an STS response with an empty session and no key", () => {
    const line =
      'time="2026-01-02T03:04:05Z" level=info msg="STS response" accountid=111122223333 arn="arn:aws:iam::111122223333:user/bo" client="127.0.0.1:1" method=POST path=/authenticate session= userid=AIDAEXAMPLE';
    expect(parseAuthenticatorLine(line)).toMatchObject({
      event: { type: "sts-response", sessionName: "", accessKeyId: null, userId: "AIDAEXAMPLE" },
    });
  });

  it("reads the sts= field of EKS's builds of 2021 and 2022", () => {
    expect(parseAuthenticatorLine('msg="access denied" error="x y" sts=sts.amazonaws.com')).toMatchObject({
      event: { type: "access-denied", arn: null, stsEndpoint: "sts.amazonaws.com" },
    });
  });

  it("reads what v0.1 wrote for an unmapped ARN", () => {
    const line = 'level=warning msg="access denied because ARN is not mapped" arn="arn:aws:iam::1:role/x"';
    expect(parseAuthenticatorLine(line)).toMatchObject({
      event: { type: "access-denied", arn: "arn:aws:iam::1:role/x", error: "ARN is not mapped" },
    });
  });

  it("reads a line of the JSON formatter, where groups stay apart", () => {
    const line =
      '{"groups":["a b","c"],"level":"info","msg":"access granted","time":"2026-01-02T03:04:05Z","uid":"u","username":"n"}';
    expect(parseAuthenticatorLine(line)).toMatchObject({
      event: { type: "access-granted", groups: ["a b", "c"] },
    });
  });

  it("prints the fields of a JSON line as the text form does", () => {
    const line =
      '{"Latency":3,"deep":[[1]],"groups":null,"msg":"mapping IAM role","n":null,"role":"a\\u003cb","sso":{"permissionSetName":"View","accountID":"012345678912"}}';
    const record = parseAuthenticatorLine(line);
    expect(record.kind === "line" && Object.fromEntries(record.fields)).toEqual({
      Latency: "3",
      deep: "[[1]]",
      groups: "[]",
      n: "<nil>",
      role: "a<b",
      sso: "{View 012345678912 }",
    });
  });

  it("believes the first of two equal keys of a JSON line", () => {
    const line =
      '{"msg":"access denied","error":"x","m\\u0073g":"access granted","groups":[[]],"uid":"u","username":"n"}';
    expect(parseAuthenticatorLine(line)).toMatchObject({
      event: { type: "access-denied", error: "x" },
      duplicates: [{ key: "msg", value: "access granted" }],
    });
  });

  it("takes a JSON line of any depth", () => {
    const line = `{"msg":"x","a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(parseAuthenticatorLine(line)).toMatchObject({ kind: "line", msg: "x" });
  });

  it("has no time where the line has none that is one", () => {
    expect(parseAuthenticatorLine("time=yesterday msg=x")).toMatchObject({ time: "yesterday", timeMs: null });
  });

  it.each(['msg="STS response" arn=x', 'msg="STS response" userid=x', 'msg="access granted" uid=x'])(
    "calls it another line: %s",
    (line) => expect(parseAuthenticatorLine(line)).toMatchObject({ event: { type: "other" } }),
  );

  it("believes no verdict that lacks its fields", () => {
    expect(parseAuthenticatorLine('msg="access granted" username=x')).toMatchObject({
      event: { type: "other" },
    });
  });

  it.each([
    ['Authenticator Version: "v0.7.18", "0123"', "not-logfmt", 0],
    ["E0102 03:04:05.678901       1 reflector.go:1] x", "not-logfmt", 0],
    ['time="2026-01-02T03:04:05Z" msg="cut he', "unterminated-quote", 32],
    ['msg="a \\q"', "bad-escape", 7],
    ["a=b", "missing-field", 0],
    ["", "empty", 0],
    ['{"msg":', "not-json", 7],
    ["{}", "missing-field", 0],
    ['{"a":1,}', "not-json", 7],
  ])("keeps %j as text: %s at %d", (text, code, position) => {
    expect(parseAuthenticatorLine(text)).toMatchObject({ kind: "text", text, reject: { code, position } });
  });
});
