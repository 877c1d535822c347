import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { World, WorldRange } from "../world/world";

/**
 * Per cluster `authenticator/<cluster>.json`, the output of `aws logs filter-log-events --log-stream-name-prefix
 * authenticator-`, and `<cluster>.log`, its bare lines. Gives the number of lines.
 */
export async function writeAuthenticator(world: World, range: WorldRange, out: string): Promise<number> {
  const folder = join(out, "authenticator");
  await mkdir(folder, { recursive: true });
  let count = 0;
  for (const { name } of world.clusters) {
    const lines = world
      .lines(name, range, range.to)
      .filter((line) => line.stream.startsWith("authenticator-"));
    const events = lines.map((line) => ({
      logStreamName: line.stream,
      timestamp: line.timeMs,
      message: line.message,
      ingestionTime: line.ingestedMs,
      eventId: line.eventId,
    }));
    await writeFile(join(folder, `${name}.json`), json({ events, searchedLogStreams: [] }));
    await writeFile(join(folder, `${name}.log`), lines.map((line) => `${line.message}\n`).join(""));
    count += lines.length;
  }
  return count;
}

/** Indented as the AWS CLI does it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 4)}\n`;
}
