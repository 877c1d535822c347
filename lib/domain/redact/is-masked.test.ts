import { expect, it } from "vitest";
import { isMasked } from "./is-masked";
import { createRedactor } from "./redactor";

it.each([
  "alice@example.com",
  "arn:aws:sts::111122223333:assumed-role/Ops/alice@example.com",
  "admin:alice@example.com",
  "AKIAEXAMPLEALICE1",
  "system:node:ip-10-0-1-23.eu-west-1.compute.internal",
])("%s is masked at R1, and not before", (text) => {
  expect(isMasked(text)).toBe(false);
  expect(isMasked(createRedactor("R1").text(text))).toBe(true);
});

it.each(["kubernetes-admin", "system:serviceaccount:a:b", "ip-10-x", "a*b", "clip-1-x", ""])(
  "%j is not",
  (text) => {
    expect(isMasked(text)).toBe(false);
  },
);
