import type { Finding } from "@/lib/server/doctor/finding";
import { printable } from "@/lib/server/log/printable";

/** What the doctor found, for people: a line each, then what to add to which policy. */
export function describeFindings(findings: readonly Finding[]): string {
  const unwell = findings.filter(({ ok }) => !ok).length;
  const end = unwell === 0 ? "All is well." : `${unwell} of ${findings.length} checks failed.`;
  return `${findings.map(describeOne).join("")}${describeMissing(findings)}\n${end}\n`;
}

function describeOne({ ok, check, subject, permission, message, remedy }: Finding): string {
  const what = permission ?? check;
  const line = `${ok ? "✓" : "✗"} ${what.padEnd(24)} ${printable(subject)}: ${printable(message)}\n`;
  return remedy === null ? line : `${line}    ${printable(remedy)}\n`;
}

/** Each statement once, below whom it is for. */
function describeMissing(findings: readonly Finding[]): string {
  const statements = new Map<string, Set<string>>();
  for (const { missing } of findings) {
    if (missing === null) continue;
    const all = statements.get(missing.attachTo) ?? new Set();
    statements.set(missing.attachTo, all.add(JSON.stringify(missing.statement, null, 2)));
  }
  const blocks = [...statements].map(
    ([attachTo, all]) =>
      `\nAdd to the policy of ${printable(attachTo)}, in Statement:\n${[...all].join(",\n")}\n`,
  );
  return blocks.join("");
}
