import { accessSync, constants, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { freeBytesOf } from "../metrics/measure-folder";
import { type Finding, unwell, well } from "./finding";

const GIB = 1024 ** 3;
/** A year of a large organisation takes some gibibytes; below this even a small one comes to an end soon. */
const LEAST_FREE_BYTES = GIB / 2;

/** Node, and the disk of the data folder. */
export async function examineMachine(dataDir: string): Promise<Finding[]> {
  return [examineNode(process.versions.node), ...(await examineFolder(resolve(dataDir)))];
}

/** The version as in `engines` of package.json. */
export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return well("node", version, "Node is new enough");
  return unwell("node", version, {
    message: "Node is too old",
    remedy: "Install Node 20.9 or newer, better 24.",
  });
}

async function examineFolder(folder: string): Promise<Finding[]> {
  const there = nearestThere(folder);
  const free = await freeBytesOf(there);
  const room = `${(free / GIB).toFixed(1)} GiB free`;
  const disk =
    free >= LEAST_FREE_BYTES
      ? well("disk", folder, room)
      : unwell("disk", folder, { message: room, remedy: "Make room, or choose another folder with --data." });
  return [examineWriting(folder, there), disk];
}

function examineWriting(folder: string, there: string): Finding {
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return well("data-folder", folder, there === folder ? "can be written" : "can be made");
  } catch {
    return unwell("data-folder", folder, {
      message: `${there} cannot be written by this user`,
      remedy: "Change its owner or mode, or choose another folder with --data.",
    });
  }
}

/** The folder, or the nearest one above it that exists. */
function nearestThere(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}
