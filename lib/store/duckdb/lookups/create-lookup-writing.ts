import type { EventStore } from "@/lib/ports/event-store";
import { keepUsers, replaceDirectoryFile } from "../directory/write-directory";
import type { StoreParts } from "../store-parts";
import { keepAnswer } from "./keep-answer";
import { markLookedUp } from "./new-sessions";
import { keepWay } from "./reading-ways";

/** What look-ups in event histories and directories do to a store. */
export function createLookupWriting({ database, raw, room }: StoreParts) {
  return {
    keepAnswer: async (answer) => {
      try {
        return await room.need(() => database.transaction((writer) => keepAnswer(writer, raw, answer)));
      } catch (error) {
        raw.forget();
        throw error;
      }
    },
    keepWay: (sourceId, chosen) =>
      room.need(() => database.transaction((writer) => keepWay(writer, sourceId, chosen))),
    replaceDirectoryFile: (entries) =>
      room.need(() => database.transaction((writer) => replaceDirectoryFile(writer, entries))),
    keepUsers: (users) => room.need(() => database.transaction((writer) => keepUsers(writer, users))),
    markLookedUp: (owners) => room.need(() => database.transaction((writer) => markLookedUp(writer, owners))),
  } satisfies Partial<EventStore>;
}
