import { parseCloudTrailFile } from "@/lib/domain/parse/cloudtrail-file";
import { createCloudTrailObject } from "./cloudtrail-objects";
import { bestTimes } from "./interleaved";
import type { BenchReport } from "./pair-attempts";

const RECORDS = 5_000;
const ROUNDS = 25;

/** Text → records with their exact text and typed reading, beside JSON.parse of the same text. */
export async function run(): Promise<BenchReport> {
  const text = createCloudTrailObject(RECORDS);
  const best = bestTimes(
    {
      jsonParse: () => (JSON.parse(text) as { Records: unknown[] }).Records.length,
      gatebook: () => parseCloudTrailFile(text).records.length,
    },
    ROUNDS,
  );
  const perSecond = (ms: number) => Math.round((RECORDS * 1000) / ms);
  return {
    name: "parse-cloudtrail",
    unit: "records/s",
    results: [
      { label: "JSON.parse of the file", value: perSecond(best.jsonParse) },
      { label: "records, their bounds and typed reading", value: perSecond(best.gatebook) },
      { label: "bytes a record", value: Math.round(text.length / RECORDS) },
    ],
    ratios: [{ label: "time against JSON.parse", value: best.gatebook / best.jsonParse, aim: "<= 1.6" }],
  };
}
