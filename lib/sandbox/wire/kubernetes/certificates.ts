import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { bits, der, identifier, integer, octets, sequence, setOf, text, truth, utcTime } from "./der";

/** What a server on loopback needs, and whom its clients are to trust, in PEM. */
export interface LoopbackCertificate {
  readonly key: string;
  readonly certificate: string;
  readonly authority: string;
}

/** An authority of its own, and a certificate of it for 127.0.0.1. Source: RFC 5280. */
export function makeLoopbackCertificate(): LoopbackCertificate {
  const [authority, server] = [makeKeys(), makeKeys()];
  const issuer = { name: "sandbox-authority", key: authority.privateKey };
  const root = certify({ name: issuer.name, serial: 1, key: authority.publicKey, isAuthority: true }, issuer);
  const leaf = certify(
    { name: "kube-apiserver", serial: 2, key: server.publicKey, isAuthority: false },
    issuer,
  );
  return {
    key: server.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: toPem(leaf),
    authority: toPem(root),
  };
}

function makeKeys() {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

interface Subject {
  readonly name: string;
  readonly serial: number;
  readonly key: KeyObject;
  readonly isAuthority: boolean;
}

const ECDSA_WITH_SHA256 = sequence(identifier("1.2.840.10045.4.3.2"));
/** TLS goes by the machine's clock, whatever the sandbox's says. */
const VALIDITY = sequence(utcTime("200101000000Z"), utcTime("491231235959Z"));

function certify(subject: Subject, issuer: { readonly name: string; readonly key: KeyObject }): Buffer {
  const certificate = sequence(
    der(0xa0, integer(2)),
    integer(subject.serial),
    ECDSA_WITH_SHA256,
    nameOf(issuer.name),
    VALIDITY,
    nameOf(subject.name),
    subject.key.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...extensionsOf(subject))),
  );
  return sequence(certificate, ECDSA_WITH_SHA256, bits(sign("sha256", certificate, issuer.key)));
}

function nameOf(name: string): Buffer {
  return sequence(setOf(sequence(identifier("2.5.4.3"), text(name))));
}

function extensionsOf({ isAuthority }: Subject): Buffer[] {
  const basic = sequence(...(isAuthority ? [truth()] : []));
  const isAuthorityOrNot = sequence(identifier("2.5.29.19"), truth(), octets(basic));
  if (isAuthority) return [isAuthorityOrNot];
  const loopback = sequence(der(0x87, Buffer.from([127, 0, 0, 1])));
  return [isAuthorityOrNot, sequence(identifier("2.5.29.17"), octets(loopback))];
}

function toPem(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
