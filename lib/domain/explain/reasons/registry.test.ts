import { describe, expect, it } from "vitest";
import { createWorld } from "@/lib/sandbox/world/world";
import { parseAuthenticatorLine } from "../../parse/authenticator-line";
import { explainReason } from "../explain-reason";
import { reasonOfDenial } from "./denial-reason";
import { reasonOfMessage } from "./message-reason";
import { reasonOfPasted } from "./pasted-reason";
import { findReason, type NotMappedCode, REASONS, type ReasonCode } from "./registry";

const FORM = "input token was not properly formatted: ";
const STS = "sts getCallerIdentity failed: ";
const body = (status: number, code: string, message = "…") =>
  `${STS}error from AWS (expected 200, got ${status}) on eu-west-1 endpoint. Body: {"Error":{"Code":"${code}","Message":"${message}","Type":"Sender"}}`;
const template = (why: string) =>
  `mapper EKSConfigMap renderTemplates error: error rendering username template "system:node:{{EC2PrivateDNSName}}": ${why}`;

/** What leads to a reason by its words alone: an error of the authenticator, or a message that people see. */
const SCENARIOS: Readonly<Record<Exclude<ReasonCode, NotMappedCode>, readonly string[]>> = {
  "token-expired": [
    `${FORM}X-Amz-Date parameter is expired (15 minute expiration) 2026-01-02 03:04:05 +0000 UTC`,
  ],
  "token-not-eks": [`${FORM}token is missing expected "k8s-aws-v1." prefix`],
  "token-too-large": [`${FORM}token is too large`],
  "token-damaged": [`${FORM}illegal base64 data at input byte 7`, `${FORM}parse "%zz": invalid URL escape`],
  "token-malformed": [
    `${FORM}unexpected scheme "http" in pre-signed URL`,
    `${FORM}unexpected path in pre-signed URL`,
    `${FORM}malformed query parameter`,
    `${FORM}non-whitelisted query parameter "x"`,
    `${FORM}unexpected action parameter in pre-signed URL`,
    `${FORM}invalid X-Amz-Expires parameter in pre-signed URL: 3600`,
    `${FORM}X-Amz-Date parameter must be present in pre-signed URL`,
    `${FORM}error parsing X-Amz-Date parameter x into format 20060102T150405Z: parsing time`,
  ],
  "token-parameter-repeated": [
    `${FORM}duplicate query parameter found: "action"`,
    `${FORM}query parameter with multiple values not supported`,
  ],
  "token-without-cluster": [`${FORM}client did not sign the x-k8s-aws-id header in the pre-signed URL`],
  "sts-host-missing": [
    "host is empty",
    "invalid host format: x",
    `${FORM}could not parse region for pre-signed URL x, invalid host format: x`,
  ],
  "sts-host-refused": [`${FORM}unexpected hostname "sts.example.com" in pre-signed URL`],
  "sts-global-unsupported": [`${FORM}global endpoint unsupported in partition aws-cn`],
  "sts-region-invalid": [`${FORM}invalid region identifier format provided: x`],
  "other-partition": [`${FORM}partition {aws} does not support hostname sts.cn-north-1.amazonaws.com.cn`],
  "credentials-expired": [body(403, "ExpiredToken")],
  "signature-mismatch": [
    body(403, "SignatureDoesNotMatch", "The request signature we calculated does not match"),
  ],
  "signature-not-yet-current": [
    body(403, "SignatureDoesNotMatch", "Signature not yet current: 20260102T040000Z is still later than"),
  ],
  "key-unknown": [body(403, "InvalidClientTokenId")],
  "sts-refused": [body(403, "AccessDenied")],
  "sts-region-disabled": [body(403, "RegionDisabledException")],
  "sts-throttled": [
    "sts getCallerIdentity was throttled: error from AWS (expected 200, got 429)",
    body(400, "Throttling", "Rate exceeded"),
  ],
  "sts-unreachable": [`${STS}error during GET: dial tcp: i/o timeout on eu-west-1 endpoint`],
  "sts-answer-broken": [
    `${STS}error reading HTTP result: unexpected EOF`,
    `${STS}invalid character '<' looking for beginning of value`,
  ],
  "sts-answered-otherwise": [`${STS}error from AWS (expected 200, got 302)`, body(403, "Unheard")],
  "identity-unreadable": [
    `${STS}arn 'x' is invalid: 'arn: invalid prefix'`,
    `${STS}unrecognized resource self for service sts`,
    `${STS}assumed-role arn 'x' does not have a role`,
    `${STS}service ec2 in arn x is not a valid service for identities`,
    `${STS}malformed UserID "x"`,
  ],
  "not-mapped": [
    "identity is not mapped",
    "Identity is not mapped",
    "ARN is not mapped",
    "ARN is not mapped: arn:aws:iam::111122223333:role/dev",
  ],
  "principal-renamed": [
    "mapper DynamicFile Map error: ARN does not match User ID",
    "[mapper DynamicFile Map error: ARN does not match User ID, mapper EKSConfigMap renderTemplates error: x]",
  ],
  "not-an-instance": [
    template("SessionName did not contain an instance id"),
    "failed mapping username: SessionName did not contain an instance id",
  ],
  "ec2-refused": [
    template(
      "failed querying private DNS from EC2 API for node i-0123456789abcdef0: UnauthorizedOperation: … ",
    ),
  ],
  "instance-not-found": [
    template(
      "failed querying private DNS from EC2 API for node i-0123456789abcdef0: InvalidInstanceID.NotFound: … ",
    ),
  ],
  "instance-unnamed": [template("failed to find node i-0123456789abcdef0 ")],
  "template-failed": [template("something new")],
  "username-reserved": [
    "invalid username 'system:x' for mapper DynamicFile: username must not begin with with the following prefixes: [aws: iam:]",
  ],
  "username-no-dns-name": [
    "failed mapping username: username or group is not a DNS-1123 hostname",
    "username or group is not a DNS-1123 hostname",
  ],
  unauthorized: [
    "error: You must be logged in to the server (Unauthorized)",
    "couldn't get current server API group list: the server has asked for the client to provide credentials",
    "Unauthorized",
  ],
  "console-no-objects": [
    "Your current user or role does not have access to Kubernetes objects on this EKS cluster",
  ],
  forbidden: [
    'pods is forbidden: User "alice" cannot list resource "pods" in API group "" in the namespace "x"',
  ],
  "exec-api-version": ['error: exec plugin: invalid apiVersion "client.authentication.k8s.io/v1alpha1"'],
  "exec-not-found": ["Unable to connect to the server: getting credentials: exec: executable aws not found"],
  "endpoint-unreachable": [
    "Unable to connect to the server: dial tcp 10.0.1.2:443: i/o timeout",
    "Unable to connect to the server: dial tcp: lookup abc.gr7.eu-west-1.eks.amazonaws.com: no such host",
  ],
};

const textsOf = (code: string) => Object.entries(SCENARIOS).find(([one]) => one === code)?.[1] ?? [];

describe("the registry of reasons", () => {
  it.each(REASONS)(
    "has for $code a title, a meaning, a proof and fixes, and is found by its texts",
    (reason) => {
      const { code, title, meaning, proof, fixes } = reason;
      for (const text of textsOf(code)) expect([text, reasonOfPasted(text)]).toEqual([text, code]);
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/^\S.*[^.\s]$/);
      for (const words of [meaning, proof, ...fixes.map(({ step }) => step)])
        expect(words).toMatch(/^[A-Z`].*\.$/s);
      expect(fixes.length).toBeGreaterThan(0);
      expect(findReason(code)).toBe(reason);
    },
  );

  it("says of what never reached the cluster that no log has it, and of all else what shows it", () => {
    for (const { code, stage, proof } of REASONS)
      expect([code, /^It never reached the cluster, so neither/.test(proof)]).toEqual([
        code,
        stage === "client",
      ]);
  });

  it("has each code once, and no other", () => {
    expect(new Set(REASONS.map(({ code }) => code)).size).toBe(REASONS.length);
    for (const code of ["", "constructor", "__proto__", "not-mapped "]) expect(findReason(code)).toBeNull();
  });

  it("gives each remedy in a form that can be copied, and says what it grants where it grants anything", () => {
    const forms = REASONS.flatMap(({ code }) => explainReason(code).fixes.flatMap((fix) => fix.forms));
    expect(forms.length).toBeGreaterThan(REASONS.length);
    for (const { form, text, grants } of forms) {
      expect(text.trim()).not.toBe("");
      const givesAccess =
        /access-entry|accessEntries|aws_eks_access|rolearn|iamidentitymapping|API_AND_CONFIG_MAP/.test(text);
      expect([form, grants !== null]).toEqual([form, givesAccess]);
    }
  });
});

const NOON = Date.UTC(2026, 10, 18, 12);

describe("what was said", () => {
  it("has a reason for every denial of the sandbox's world", () => {
    const world = createWorld(1);
    const errors = new Set<string>();
    for (const { name } of world.clusters) {
      for (const { message } of world.lines(name, { from: NOON - 14 * 86_400_000, to: NOON }, NOON)) {
        const record = parseAuthenticatorLine(message);
        if (record.kind === "line" && record.event.type === "access-denied") errors.add(record.event.error);
      }
    }
    expect(errors.size).toBeGreaterThan(40);
    expect([...errors].filter((error) => reasonOfDenial(error) === null)).toEqual([]);
  });

  it("has none where the words are nobody's, and is not misled by what a caller quotes", () => {
    for (const text of ["", "alice", "no such thing", "[", "mapper ", "service"])
      expect(reasonOfPasted(text)).toBeNull();
    const quoting = `${FORM}unexpected hostname "identity is not mapped" in pre-signed URL`;
    expect(reasonOfDenial(quoting)).toBe("sts-host-refused");
    const quoted = body(403, "ExpiredToken", 'Body: {\\"Error\\":{\\"Code\\":\\"Throttling\\"');
    expect(reasonOfDenial(quoted)).toBe("credentials-expired");
  });

  it("is read in one pass over hostile text", () => {
    for (const piece of ["executable ", "dial tcp", "mapper ", "[", 'Body: {"Error":{"Code":"'])
      expect(() => reasonOfMessage(piece.repeat(20_000))).not.toThrow();
  });

  it("is found with its field's name, and in quotes", () => {
    expect(reasonOfPasted('error="identity is not mapped"')).toBe("not-mapped");
    expect(reasonOfPasted("“ARN is not mapped”.")).toBe("not-mapped");
  });
});
