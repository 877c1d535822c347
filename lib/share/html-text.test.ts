import { expect, it } from "vitest";
import { toTextParts } from "@/components/ui/visible-text";
import { htmlText } from "./html-text";

it("shows in a file as a code what the screen shows as one", () => {
  const isHidden = (letter: string) => toTextParts(letter).some(({ kind }) => kind !== "text");
  const isCode = (letter: string) => /^⟨.+⟩$/.test(htmlText(letter));
  const apart = Array.from({ length: 0x3_0000 }, (_, point) => String.fromCodePoint(point))
    .filter((letter) => letter !== "\n" && letter !== "\t")
    .filter((letter) => isHidden(letter) !== isCode(letter));
  expect(apart).toEqual([]);
});
