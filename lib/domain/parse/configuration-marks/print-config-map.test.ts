import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfigMap } from "../aws-auth/read-config-map";
import { readGoValue } from "../yaml/read-go-value";
import { printConfigMap, printConfigMapObject } from "./print-config-map";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom("- a: b", "  c", "", "\t", "x: |", " ", "# no", "---", "é", "\u2028"), {
      maxLength: 6,
    })
    .map((lines) => lines.join("\n")),
);

describe("a printed ConfigMap", () => {
  it("holds every text as it was", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-zA-Z._-]{1,9}$/), text, { maxKeys: 4 }), (data) => {
        const read = readGoValue(printConfigMap(data));
        if (!read.ok || read.value.kind !== "object") throw new Error("unreadable");
        const printed = read.value.members.get("data");
        const members = printed?.kind === "object" ? [...printed.members] : [];
        expect(members.map(([key, value]) => [key, value.kind === "string" ? value.text : null])).toEqual(
          Object.entries(data),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("has its entries on the lines where kubectl prints them", () => {
    const mapRoles = "- rolearn: arn:aws:iam::111122223333:role/Dev\n  username: dev\n";
    const printed = printConfigMapObject({ kind: "ConfigMap", data: { mapRoles } }) ?? "";
    expect(printed.split("\n").slice(0, 5)).toEqual([
      "apiVersion: v1",
      "data:",
      "  mapRoles: |",
      "    - rolearn: arn:aws:iam::111122223333:role/Dev",
      "      username: dev",
    ]);
    expect(readConfigMap(printed).awsAuth.entries[0]?.place?.line).toBe(4);
  });

  it("is none of what is no ConfigMap", () => {
    expect(printConfigMapObject({ kind: "Secret", data: {} })).toBeNull();
    expect(printConfigMapObject("text")).toBeNull();
    expect(printConfigMapObject({ data: ["a"] })).toBeNull();
    expect(printConfigMapObject({ kind: "ConfigMap" })).toContain("data: {}");
  });
});
