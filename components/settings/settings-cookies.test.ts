import { expect, test } from "vitest";
import { readSettings } from "./read-settings";
import { keptCookie, printCookie } from "./settings-cookies";

test("what was kept is read back, and nonsense is as if nothing was", () => {
  expect(readSettings("Europe/Berlin", "dark")).toEqual({ zone: "Europe/Berlin", theme: "dark" });
  expect(readSettings(undefined, undefined)).toEqual({ zone: "UTC", theme: "system" });
  expect(readSettings("x".repeat(10_000), "pink")).toEqual({ zone: "UTC", theme: "system" });
  expect(readSettings("Nowhere/Else", "constructor")).toEqual({ zone: "UTC", theme: "system" });
});

test("a value cannot leave its cookie", () => {
  const printed = printCookie("gatebook-zone", "a; path=/x", "http:");
  expect(printed).toBe("gatebook-zone=a%3B%20path%3D%2Fx; path=/; max-age=31536000; samesite=strict");
});

test("over https it is this very host's, and is read before one that others may have set", () => {
  const printed = printCookie("gatebook-theme", "dark", "https:");
  expect(printed).toBe("__Host-gatebook-theme=dark; path=/; max-age=31536000; samesite=strict; secure");
  const both = new Map([
    ["gatebook-theme", "light"],
    ["__Host-gatebook-theme", "dark"],
  ]);
  expect(keptCookie((name) => both.get(name), "gatebook-theme")).toBe("dark");
  expect(keptCookie((name) => new Map([["gatebook-theme", "light"]]).get(name), "gatebook-theme")).toBe(
    "light",
  );
  expect(keptCookie(() => undefined, "gatebook-theme")).toBeUndefined();
});
