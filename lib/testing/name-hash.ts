import { createHmac } from "node:crypto";
import type { NameHash } from "@/lib/domain/redact/pseudonym-cover";

/** The hash of names of a share with this key. */
export function nameHash(key: string): NameHash {
  return (name) => createHmac("sha256", key).update(name, "utf8").digest("hex");
}
