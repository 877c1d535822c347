import { describe, expect, it } from "vitest";
import { whatIsPasted } from "./what-is-pasted";

const TOKEN = "k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20v";
const SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const SESSION_TOKEN = `IQoJb3JpZ2luX2VjEXAMPLE${"Aa1/".repeat(40)}==`;

describe("a secret", () => {
  it.each([
    [TOKEN, "token"],
    [`Authorization: Bearer ${TOKEN}`, "token"],
    [
      "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&X-Amz-Signature=0123456789abcdef",
      "signed-url",
    ],
    ["eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJodHRwczovL29pZGMifQ.c2ln", "web-token"],
    [`{"Credentials": {"AccessKeyId": "ASIAEXAMPLE1", "SecretAccessKey": "${SECRET_KEY}"}}`, "secret-key"],
    [SECRET_KEY, "secret-key"],
    [` "${SECRET_KEY}"\n`, "secret-key"],
    [`export AWS_SECRET_ACCESS_KEY=${SECRET_KEY}`, "secret-key"],
    [SESSION_TOKEN, "session-token"],
    [`export AWS_SESSION_TOKEN="${SESSION_TOKEN}"`, "session-token"],
  ])("is refused: %s", (text, secret) => {
    expect(whatIsPasted(text)).toEqual({ what: "secret", secret });
  });

  it.each([
    ["a hash", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
    ["a name of forty letters", "PaymentsProductionClusterAdministrator01"],
    ["a path of forty letters", "assumed/PaymentsProductionAdministrator1"],
    // Without its secret key it opens nothing, and CloudTrail prints it.
    [
      "a record that holds a session token",
      `{"eventID":"1","responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE1","sessionToken":"${SESSION_TOKEN}"}}}`,
    ],
    [
      "the bare prefix, which the authenticator prints itself",
      'time="2026-01-02T03:04:05Z" level=warning msg="access denied" client="127.0.0.1:34720" error="input token was not properly formatted: token is missing expected \\"k8s-aws-v1.\\" prefix" method=POST path=/authenticate',
    ],
  ])("is not %s", (_what, text) => {
    expect(whatIsPasted(text).what).toBe("reading");
  });
});
