import { describe, expect, test } from "vitest";
import { EMPTY_VIEW } from "./attempt-view";
import { loadAttemptView } from "./load-attempt-view";
import { openedQuery, placedQuery, replaceOpened, replacePlace } from "./placed-query";
import { toShareQuery } from "./share-link";

const AT = Date.UTC(2026, 10, 23, 9, 30, 0, 125);

describe("the place in the list", () => {
  test("stands behind the view, and pages read it back", () => {
    expect(placedQuery("", null)).toBe("");
    expect(placedQuery("", AT)).toBe("?at=2026-11-23T09:30:00.125Z");
    const query = placedQuery("?decision=denied", AT);
    const { view, atMs, problems } = loadAttemptView(new URLSearchParams(query), AT);
    expect({ ...view, atMs, problems }).toEqual({
      ...EMPTY_VIEW,
      decision: ["denied"],
      atMs: AT,
      problems: [],
    });
  });

  test("is replaced alone: what cannot be read stays, so that it stays named", () => {
    expect(replacePlace("?q=a%26b&at=2026-11-01&nonsense=1", AT)).toBe(
      "?q=a%26b&nonsense=1&at=2026-11-23T09:30:00.125Z",
    );
    expect(replacePlace("?at=2026-11-01", null)).toBe("");
    expect(replacePlace("", null)).toBe("");
  });

  test("goes with a shared link", () => {
    expect(toShareQuery(EMPTY_VIEW, AT, { atMs: AT })).toMatch(/&at=2026-11-23T09:30:00\.125Z&v=1$/);
    expect(toShareQuery(EMPTY_VIEW, AT)).not.toContain("at=");
  });

  test("that cannot be read is left out and named", () => {
    const { atMs, problems } = loadAttemptView(new URLSearchParams("at=noon"), AT);
    expect(atMs).toBeNull();
    expect(problems.map(({ parameter }) => parameter)).toEqual(["at"]);
  });
});

describe("the attempt that is open beside the list", () => {
  test("stands in the address with the place, and each is replaced alone", () => {
    const placed = placedQuery("?decision=denied", AT);
    const opened = openedQuery(placed, "ab12");
    expect(loadAttemptView(new URLSearchParams(opened), AT)).toMatchObject({ openId: "ab12", atMs: AT });
    expect(replaceOpened(opened, null)).toBe(placed);
    expect(replaceOpened(opened, "&at=1")).toBe(`${placed}&open=%26at%3D1`);
    expect(replacePlace(opened, null)).toBe("?decision=denied&open=ab12");
  });

  test("goes with a shared link", () => {
    expect(toShareQuery(EMPTY_VIEW, AT, { openId: "ab12" })).toMatch(/&open=ab12&v=1$/);
  });

  test("is left out and named where it cannot be an attempt's", () => {
    const { openId, problems } = loadAttemptView(new URLSearchParams(`open=${"x".repeat(200)}`), AT);
    expect(openId).toBeNull();
    expect(problems.map(({ parameter }) => parameter)).toEqual(["open"]);
  });
});
