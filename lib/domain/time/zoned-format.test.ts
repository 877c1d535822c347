import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoment, formatStamp } from "./format-time";
import { instantOf, offsetOf, readZone } from "./zone";
import { zonedFormat } from "./zoned-format";

const at = (text: string) => Date.parse(text);

describe("times by the clocks of a zone", () => {
  test("carry the zone as it was then, summer and winter", () => {
    const { stamp, moment, name } = zonedFormat("Europe/Berlin");
    expect(stamp(at("2026-11-23T23:30:05.120Z"))).toBe("2026-11-24 00:30:05.120 UTC+1");
    expect(stamp(at("2026-07-01T12:00:00Z"))).toBe("2026-07-01 14:00:00 UTC+2");
    expect(moment(at("2026-12-31T23:00:00Z"))).toBe("1 Jan 00:00:00");
    expect(name(at("2026-07-01T12:00:00Z"))).toBe("UTC+2");
    expect(zonedFormat("America/St_Johns").name(at("2026-01-01T00:00Z"))).toBe("UTC-3:30");
    expect(zonedFormat("Asia/Kolkata").clock(at("2026-01-01T00:00Z"), false)).toBe("05:30");
  });

  test("a span's ends are both by the zone", () => {
    const range = { from: at("2026-11-03T22:30Z"), to: at("2026-11-03T23:30Z") };
    expect(zonedFormat("Europe/Berlin").span(range)).toBe("3 Nov 23:30 – 4 Nov 00:30");
  });

  test("in UTC are what they are without a zone", () => {
    const { stamp, moment } = zonedFormat("UTC");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at("2199-12-31") }), (ms) => {
        expect(stamp(ms)).toBe(formatStamp(ms));
        expect(moment(ms)).toBe(formatMoment(ms));
      }),
    );
  });
});

describe("a zone's name", () => {
  test("is read as the machine spells it, and anything else is UTC", () => {
    expect(readZone("europe/berlin")).toBe("Europe/Berlin");
    for (const text of ["", "nowhere", "__proto__", "Europe/../etc", "\u202e"])
      expect(readZone(text)).toBe("UTC");
  });

  test("a wall clock's time is the instant at which it shows it", () => {
    for (const zone of ["UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns"])
      for (const text of ["2026-01-15T10:00Z", "2026-07-15T23:59Z", "2026-10-25T12:00Z"]) {
        const ms = instantOf(zone, at(text));
        expect(ms + offsetOf(zone, ms)).toBe(at(text));
      }
  });
});
