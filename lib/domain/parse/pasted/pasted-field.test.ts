import { describe, expect, it } from "vitest";
import { ARN, tellPasted, UID } from "@/lib/testing/tell-pasted";

describe("one value with what stands around it", () => {
  it.each([
    `"${ARN}"`,
    `'${ARN}',`,
    `\`${ARN}\`.`,
    `  <${ARN}>\n`,
    `arn="${ARN}"`,
    `"arn": "${ARN}",`,
    `arn: ${ARN}`,
    `(${ARN})?`,
    `“${ARN}”`,
  ])("is found in %j", (text) => {
    expect(tellPasted(text)).toBe(tellPasted(ARN));
  });

  it.each([
    ['username="dev:alice"', "username:dev:alice"],
    ["session=deploy", "person:deploy"],
    ['groups="[ops system:masters]"', "group:ops | group:system:masters"],
    ['"accountId": "111122223333",', "account:111122223333"],
    [`uid=${UID}`, `uid:${UID}`],
  ])("%s is what its field says", (text, first) => {
    expect(tellPasted(text).split("\n")[1]).toBe(first);
  });

  it.each(["", "   ", '""', "``", "\uFEFF\n"])("%j is nothing", (text) => {
    expect(tellPasted(text)).toBe("nothing");
  });
});
