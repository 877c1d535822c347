import { writeFileSync } from "node:fs";

/** Writes a file that takes all the room there is, to the last byte. */
export function fillDisk(path: string): void {
  for (const size of [65_536, 4_096, 1])
    for (;;) {
      try {
        writeFileSync(path, Buffer.alloc(size), { flag: "a" });
      } catch {
        break;
      }
    }
}
