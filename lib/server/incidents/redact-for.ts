import { randomBytes } from "node:crypto";
import { createRedactor } from "@/lib/domain/redact/redactor";
import { hasRole, type Viewer } from "@/lib/ports/viewer";

const KEY = randomBytes(32).toString("hex");

/** The value as the viewer may see it: auditors whole, everybody else as R1 shows it (facts: security §6). */
export function redactFor<T>(viewer: Viewer, value: T): T {
  return hasRole(viewer, "auditor") ? value : createRedactor("R1", KEY).value(value);
}
