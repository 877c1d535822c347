import { describe, expect, it } from "vitest";
import { scenario } from "@/lib/testing/scenario";
import { correlate } from "./correlate";
import { findUnclaimedTokens } from "./unclaimed-tokens";

function unclaimed(picture: string): string[] {
  const { lines, events } = scenario(picture);
  const attempts = correlate({ lines, events, regionOf: () => "eu-west-1" });
  return findUnclaimedTokens(attempts, events).map(({ eventId }) => eventId);
}

describe("findUnclaimedTokens", () => {
  it("gives what no attempt of any cluster accounts for, once", () => {
    const told = unclaimed(`
      who alice role=Admin session=alice@example.com
      12:00:00.900  cloudtrail  alice  id=seen
      12:00:01.000  prod  sts      alice  port=1
      12:00:01.002  prod  granted  alice  port=1  as=alice  in=dev
      12:30:00.000  cloudtrail  alice  id=elsewhere
      12:30:00.000  cloudtrail  alice  id=elsewhere
    `);
    expect(told).toEqual(["elsewhere"]);
  });

  it("leaves out the candidates of an attempt that none was chosen for", () => {
    const told = unclaimed(`
      who alice role=Admin session=alice@example.com
      12:00:00.900  cloudtrail  alice  id=e1
      12:00:00.900  cloudtrail  alice  id=e2
      12:00:01.000  prod  sts      alice  port=1
      12:00:01.002  prod  granted  alice  port=1  as=alice  in=dev
    `);
    expect(told).toEqual([]);
  });
});
