import { expect, test } from "vitest";
import { readSettings } from "./read-settings";
import { printCookie } from "./settings-cookies";

test("what was kept is read back, and nonsense is as if nothing was", () => {
  expect(readSettings("Europe/Berlin", "dark")).toEqual({ zone: "Europe/Berlin", theme: "dark" });
  expect(readSettings(undefined, undefined)).toEqual({ zone: "UTC", theme: "system" });
  expect(readSettings("x".repeat(10_000), "pink")).toEqual({ zone: "UTC", theme: "system" });
  expect(readSettings("Nowhere/Else", "constructor")).toEqual({ zone: "UTC", theme: "system" });
});

test("a value cannot leave its cookie", () => {
  const printed = printCookie("gatebook-zone", "a; path=/x", "http:");
  expect(printed).toContain("gatebook-zone=a%3B%20path%3D%2Fx; path=/;");
});

test("what came by https goes back by https alone", () => {
  expect(printCookie("gatebook-zone", "UTC", "https:")).toMatch(/; samesite=strict; secure$/);
  expect(printCookie("gatebook-zone", "UTC", "http:")).not.toContain("secure");
});
