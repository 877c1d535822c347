import type { Dice } from "./dice";
import { hostileText, mutate } from "./hostile-text";

const RECORD =
  '{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/bo"},"eventTime":"2026-01-02T03:04:05Z","eventSource":"sts.amazonaws.com","eventName":"GetCallerIdentity","awsRegion":"eu-west-1","eventID":"11111111-0000-4000-8000-000000000000"}';
const NESTED =
  '{"eventVersion":"1.08","eventTime":"2026-01-02T03:04:05Z","list":[1,{"eventVersion":"x"}],"eventSource":"s","eventName":"N","eventID":"2"}';

/** The text of a CloudTrail file of any of its forms, whole or damaged. */
export function hostileFile(dice: Dice): string {
  const records = Array.from({ length: dice.below(5) }, () => oneRecord(dice));
  const whole = dice.pick([asObject, asEvents, asList, asLines, asSpacedObject])(records);
  return dice.below(2) === 0 ? whole : mutate(dice, whole);
}

function oneRecord(dice: Dice): string {
  const kind = dice.below(6);
  if (kind < 3) return RECORD;
  if (kind === 3) return NESTED;
  return kind === 4 ? mutate(dice, RECORD) : hostileText(dice, 8);
}

const asObject = (records: readonly string[]) => `{"Records":[${records.join(",")}]}`;
const asList = (records: readonly string[]) => `[${records.join(",")}]`;
const asLines = (records: readonly string[]) => records.join("\n");
const asSpacedObject = (records: readonly string[]) =>
  `{ "x": [1], "Records" : [ ${records.join("\n , ")} ] }\n`;
const asEvents = (records: readonly string[]) =>
  `{"NextToken":"t","Events":[${records.map((text) => `{"CloudTrailEvent":${JSON.stringify(text)}}`).join(",")}]}`;
