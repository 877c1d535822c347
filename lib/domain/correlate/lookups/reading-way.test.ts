import { describe, expect, it } from "vitest";
import { chooseWay, costsOf } from "./reading-way";

/** Half of two requests a second. */
const OURS = 3_600;
const busy = { eventsPerH: 500_000, sessionsPerH: 200 };

describe("the way to read a place", () => {
  it("is to scan while that leaves half of our requests, however few sessions there are", () => {
    expect(chooseWay({ eventsPerH: 2_000, sessionsPerH: 0 }, "scan", OURS)).toBe("scan");
    expect(chooseWay({ eventsPerH: 0, sessionsPerH: 0 }, "look-ups", OURS)).toBe("scan");
  });

  it("is to look up, where the account writes more than a scan can read", () => {
    expect(costsOf(busy).scan).toBeGreaterThan(OURS);
    expect(costsOf(busy)["look-ups"]).toBeLessThan(OURS);
    expect(chooseWay(busy, "scan", OURS)).toBe("look-ups");
    expect(chooseWay(busy, "look-ups", OURS)).toBe("look-ups");
  });

  it("is to scan all the same, where looking up each session would cost more", () => {
    expect(chooseWay({ eventsPerH: 5_000, sessionsPerH: 4_000 }, "scan", OURS)).toBe("scan");
    expect(chooseWay({ eventsPerH: 5_000, sessionsPerH: 4_000 }, "look-ups", OURS)).toBe("scan");
  });

  it("does not change to and fro for a load that wavers", () => {
    const atTheEdge = [2_850, 2_950].map((eventsPerH) => ({ eventsPerH, sessionsPerH: 10 }));
    for (const start of ["scan", "look-ups"] as const) {
      let way = start as ReturnType<typeof chooseWay>;
      let changes = 0;
      for (let i = 0; i < 50; i++) {
        const next = chooseWay(atTheEdge[i % 2] ?? busy, way, OURS);
        if (next !== way) changes++;
        way = next;
      }
      expect(changes).toBeLessThanOrEqual(1);
    }
  });

  it("costs what the events and the sessions cost, and never less for more of them", () => {
    expect(costsOf({ eventsPerH: 0, sessionsPerH: 0 })).toEqual({ scan: 60, "look-ups": 1 });
    let before = costsOf({ eventsPerH: 0, sessionsPerH: 0 });
    for (let n = 1; n < 1_000_000; n *= 3) {
      const costs = costsOf({ eventsPerH: n, sessionsPerH: n });
      expect(costs.scan).toBeGreaterThan(before.scan);
      expect(costs["look-ups"]).toBeGreaterThan(before["look-ups"]);
      before = costs;
    }
  });
});
