import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";
import { printFindQuery } from "./identity-queries";
import { parseAttemptQuery } from "../attempts/parse-attempt-query";

const NOW = Date.UTC(2026, 10, 23, 12);

function read(query: string) {
  const parsed = parseAttemptQuery(new URLSearchParams(query), NOW, ["find", "limit"], ["q"]);
  return parsed.ok ? parsed : null;
}

describe("the question after a pasted text", () => {
  it("asks for each meaning in order, and for names near the text", () => {
    const pasted = whatIsPasted("ASIAEXAMPLE1");
    if (pasted.what !== "reading") throw new Error(pasted.what);
    const parsed = read(printFindQuery(pasted.tiers));
    expect(parsed?.find).toEqual(pasted.tiers.flat());
    expect(parsed?.filter.text).toBe("ASIAEXAMPLE1");
  });

  it("of any text is one that the API takes, and fits into an address", () => {
    const part = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom(
        'time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" username=x',
        "alice@example.com ",
        "\n",
        "é".repeat(900),
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
        const pasted = whatIsPasted(parts.join(""));
        if (pasted.what !== "reading") return;
        const query = printFindQuery(pasted.tiers);
        expect(query.length).toBeLessThanOrEqual(7_500);
        expect(read(query)).not.toBeNull();
      }),
      { seed: 21, numRuns: 400 },
    );
  });
});
