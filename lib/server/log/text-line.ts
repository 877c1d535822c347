import { printable } from "./printable";

const HIDDEN = new Set(["time", "level", "part", "msg", "err"]);
const LONGEST_VALUE = 300;

/** A log line for the eye: `09:30:00 warn engine  what happened  source=… code=…`. */
export function toTextLine(json: string): string {
  const fields = JSON.parse(json) as Record<string, unknown>;
  const { time, level, part, msg, err } = fields;
  const clock = String(time).slice(11, 19);
  const rest = Object.entries(fields).flatMap(([name, value]) =>
    HIDDEN.has(name) || value === null ? [] : [`${name}=${valueText(value)}`],
  );
  const cause = err === undefined ? [] : [valueText((err as { message?: unknown }).message)];
  const head = `${clock} ${String(level).padEnd(5)} ${String(part).padEnd(10)}`;
  return printable([head, String(msg ?? ""), ...cause, ...rest].join(" "));
}

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
