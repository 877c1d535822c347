import { describe, expect, it } from "vitest";
import { scenario } from "@/lib/testing/scenario";
import { toSentences } from "@/lib/testing/to-sentences";
import { correlate } from "./correlate";

const PEOPLE = `
  who alice role=AWSReservedSSO_Admin_0123456789abcdef session=alice@example.com
  who bob user=bob
`;

function sentences(picture: string): string[] {
  const { lines, events } = scenario(PEOPLE + picture);
  const told = toSentences(correlate({ lines, events, regionOf: () => "eu-west-1" }));
  const backwards = {
    lines: [...lines].reverse(),
    events: [...events].reverse(),
    regionOf: () => "eu-west-1",
  };
  expect(toSentences(correlate(backwards))).toEqual(told);
  return told;
}

describe("correlate", () => {
  it("finds the only event of the key in the window", () => {
    const told = sentences(`
      12:00:00.900  cloudtrail  alice  id=e1
      12:00:01.000  prod  sts      alice  port=1
      12:00:01.002  prod  granted  alice  port=1  as=admin:alice-example.com  in=system:masters
    `);
    expect(told).toEqual([
      "alice@example.com got in to prod as admin:alice-example.com in system:masters, with the role AWSReservedSSO_Admin_0123456789abcdef. (e1, keyed)",
    ]);
  });

  it("leaves an event alone that is too old, too late, or another key's", () => {
    const told = sentences(`
      11:59:50.000  cloudtrail  alice  id=old
      12:00:03.500  cloudtrail  alice  id=late
      12:00:01.000  cloudtrail  bob    id=others
      12:00:01.000  prod  sts      alice  port=1
      12:00:01.002  prod  granted  alice  port=1  as=alice  in=dev
    `);
    expect(told).toEqual([
      "alice@example.com got in to prod as alice in dev, with the role AWSReservedSSO_Admin_0123456789abcdef. (no event)",
    ]);
  });

  it("tells apart requests that share one connection", () => {
    const told = sentences(`
      12:00:00.900  cloudtrail  alice  id=a
      12:00:00.950  cloudtrail  bob    id=b
      12:00:01.000  prod  sts      alice  port=1
      12:00:01.001  prod  sts      bob    port=1
      12:00:01.002  prod  granted  bob    port=1  as=bob    in=dev
      12:00:01.003  prod  granted  alice  port=1  as=alice  in=dev
    `);
    expect(told).toEqual([
      "bob got in to prod as bob in dev, an IAM user of account 111122223333. (b, keyed)",
      "alice@example.com got in to prod as alice in dev, with the role AWSReservedSSO_Admin_0123456789abcdef. (a, keyed)",
    ]);
  });

  it("tosses no coin between two events of the same instant", () => {
    const told = sentences(`
      12:00:00.900  cloudtrail  alice  id=e1
      12:00:00.900  cloudtrail  alice  id=e2
      12:00:01.000  prod  sts      alice  port=1
      12:00:01.002  prod  granted  alice  port=1  as=alice  in=dev
    `);
    expect(told).toEqual([
      "alice@example.com got in to prod as alice in dev, with the role AWSReservedSSO_Admin_0123456789abcdef. (undecided, timed, or e1, e2)",
    ]);
  });

  it("gives each of two clusters its own event of one key", () => {
    const told = sentences(`
      12:00:00.900  cloudtrail  alice  id=e1
      12:00:03.900  cloudtrail  alice  id=e2
      12:00:01.000  prod     sts      alice  port=1
      12:00:01.002  prod     granted  alice  port=1  as=alice  in=dev
      12:00:04.000  staging  sts      alice  port=1
      12:00:04.002  staging  granted  alice  port=1  as=alice  in=dev
    `);
    expect(told).toEqual([
      "alice@example.com got in to prod as alice in dev, with the role AWSReservedSSO_Admin_0123456789abcdef. (e1, keyed)",
      "alice@example.com got in to staging as alice in dev, with the role AWSReservedSSO_Admin_0123456789abcdef. (e2, timed, or e1)",
    ]);
  });

  it("joins an old log, which prints neither key nor endpoint, by principal", () => {
    const told = sentences(`
      12:00:00.900  cloudtrail  bob  id=e1
      12:00:01.000  prod  granted  bob  port=1  as=kubernetes-admin  in=system:masters  endpoint=none
    `);
    expect(told).toEqual([
      "bob got in to prod as kubernetes-admin in system:masters, an IAM user of account 111122223333. (e1, timed)",
    ]);
  });

  it("names nobody where STS refused, and those it named where the mapping failed", () => {
    const told = sentences(`
      12:00:01.000  prod  denied  -      port=1  error="input token was not properly formatted: X-Amz-Date parameter is expired (15 minute expiration) 2026-11-02 11:40:00 +0000 UTC"
      12:00:02.000  prod  sts     alice  port=2
      12:00:02.001  prod  denied  alice  port=2  error="identity is not mapped"
    `);
    expect(told).toEqual([
      "Somebody unknown was turned away from prod: the token had expired (15 minutes). (no event)",
      "alice@example.com was turned away from prod: no mapping for role AWSReservedSSO_Admin_0123456789abcdef. (no event)",
    ]);
  });
});
