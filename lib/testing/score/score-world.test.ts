import { beforeAll, describe, expect, it } from "vitest";
import { scoreWorld, type WorldScore } from "./score-world";

const NOON = Date.UTC(2026, 10, 19);

/** `npm run bench -- --only score` does the same with 200,000 attempts. */
describe("a world told by clocks that are off, with events that are late or missing, and a crowd that shares a role", () => {
  let score: WorldScore;
  beforeAll(async () => {
    score = await scoreWorld({ seed: 5, teams: 6, days: 1, untilMs: NOON });
  }, 240_000);

  it("is large enough to say something", () => {
    expect(score.attempts).toBeGreaterThan(3_000);
    expect(score.origins.sure.all).toBeGreaterThan(1_000);
    expect(score.origins.timed.all).toBeGreaterThan(20);
  });

  it("finds the event behind an attempt", () => {
    expect(score.pairing.precision.share).toBeGreaterThanOrEqual(0.999);
    expect(score.pairing.recall.share).toBeGreaterThanOrEqual(0.995);
  });

  it("finds who it was", () => {
    expect(score.origins.sure.share).toBeGreaterThanOrEqual(0.999);
    expect(score.origins.timed.share).toBeGreaterThanOrEqual(0.97);
    expect(1 - score.origins.named.share).toBeLessThanOrEqual(0.02);
  });
});
