import { describe, expect, it } from "vitest";
import { looksLikeAwsToken, looksLikeToken } from "./looks-like-token";

const BODY = "aHR0cHM6Ly9zdHMuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20v";
const TOKEN = `k8s-aws-v1.${BODY}`;
const SIGNATURE = `X-Amz-Signature=${"0a".repeat(32)}`;
const SESSION = `X-Amz-Security-Token=${"IQoJb3JpZ2lu".repeat(4)}`;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const JWT = `${part({ alg: "RS256", kid: "a" })}.${part({ sub: "system:serviceaccount:a:b" })}.${"s1".repeat(20)}`;

const all = [
  ["a bearer token", TOKEN],
  ["a signature", SIGNATURE],
  ["a session token", SESSION],
  ["a service account's token", JWT],
] as const;
const escapedAll = (text: string) =>
  [...text].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");

describe.each(all)("%s", (_, text) => {
  it.each([
    ["alone", text],
    ["in a sentence", `see "${text}", please`],
    ["in a link", `/x?q=${encodeURIComponent(text)}`],
    ["escaped twice", encodeURIComponent(encodeURIComponent(text))],
    ["escaped letter by letter", escapedAll(text)],
    ["escaped letter by letter, twice", encodeURIComponent(escapedAll(text))],
    ["in JSON", JSON.stringify({ token: text })],
    ["with JSON's escapes", text.replace(/[.=]/, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)],
  ])("is known %s", (_where, spelled) => {
    expect(looksLikeToken(spelled)).toBe(true);
  });
});

it("leaves a service account's token out where only AWS's are asked for", () => {
  expect(all.map(([, text]) => looksLikeAwsToken(text))).toEqual([true, true, true, false]);
});

it.each(["", "a", "ab", "abc"])("knows a service account by its claims wherever they stand: %j", (id) => {
  for (const claims of [
    { id, sub: "system:serviceaccount:a:b" },
    { id, "kubernetes.io": {} },
  ])
    expect(looksLikeToken(`${part({ alg: "RS256" })}.${part(claims)}.${"s1".repeat(20)}`)).toBe(true);
});

describe("what is no token", () => {
  it.each([
    "",
    "k8s-aws-v1.",
    "k8s-aws-v1.aHR0cHM6",
    "input token was not properly formatted: no k8s-aws-v1. prefix",
    "X-Amz-Signature=****",
    `X-Amz-Signature=${"*".repeat(64)}`,
    "X-Amz-Security-Token=",
    "eyJhbGciOiJSUzI1NiJ9",
    `${part({ alg: "RS256" })}.${part({ sub: "alice", iss: "https://id.example.com" })}.${"s1".repeat(20)}`,
    "arn:aws:sts::111122223333:assumed-role/Ops/alice@example.com",
    "/attempts?from=-24h&text=100%25",
  ])("%j", (text) => {
    expect(looksLikeToken(text)).toBe(false);
  });

  it("is looked for in linear time", () => {
    for (const piece of ["eyJ", "eyJaaaaaaaaaa.", "k8s-aws-v1.", "%25", "x-amz-signature="])
      expect(looksLikeToken(piece.repeat(20_000))).toBe(false);
  });
});
