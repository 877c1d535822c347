import { findKind } from "@/lib/domain/explain/findings/registry";
import { type FileRemark, sentencesOf } from "./remark-lines";

/** SARIF 2.1.0, as code scanning services take it (OASIS; levels are error, warning and note). */
export function toSarif(remarks: readonly FileRemark[], version: string) {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "gatebook lint", version, rules: rulesOf(remarks) } },
        results: remarks.map(toResult),
      },
    ],
  };
}

/** Those that were met; of what is no finding the code says all there is to say. */
function rulesOf(remarks: readonly FileRemark[]) {
  return [...new Set(remarks.map(({ remark }) => remark.code))].map((id) => {
    const kind = findKind(id);
    if (kind === null) return { id };
    return {
      id,
      shortDescription: { text: kind.title },
      fullDescription: { text: kind.meaning },
      help: { text: kind.fix },
    };
  });
}

function toResult({ file, remark }: FileRemark) {
  const { severity, code, place } = remark;
  const region = place === null ? {} : { region: { startLine: place.line, startColumn: place.column } };
  return {
    ruleId: code,
    level: severity,
    message: { text: sentencesOf(remark) },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } }],
  };
}
