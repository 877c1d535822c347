import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { changeIncident, createIncident } from "@/lib/domain/summarize/incidents/change-incident";
import type { Incident, IncidentPerson } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentChange } from "@/lib/domain/summarize/incidents/incident-change";
import type { IncidentOutline } from "@/lib/domain/summarize/incidents/incident-outline";
import type { IncidentOutcome } from "@/lib/domain/summarize/incidents/incident-view";
import type { Clock } from "@/lib/ports/clock";
import { whyNotSeen } from "@/lib/domain/summarize/incidents/incident-change";
import { fileTrouble } from "../file-trouble";
import { InTurn } from "../in-turn";
import { type NoteFirst, UNNOTED } from "../note-first";
import { replaceFile } from "../replace-file";
import { IncidentOutlines } from "./incident-outlines";
import { problemOfFile } from "../problem-of-file";
import { LONGEST_INCIDENT_FILE, printIncidentFile, readIncidentFile } from "./read-incident-file";

/** `by`: who does it; `seenVersion`: the version he saw, null = it does not matter. */
interface Doing {
  readonly by: IncidentPerson;
  readonly seenVersion: number | null;
  readonly noteFirst?: NoteFirst<Incident>;
}

const MOST_INCIDENTS = 500;
const WHAT = "The incidents";
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOT_THERE = { kind: "not-there", message: "There is no such incident." } as const;

/**
 * Incidents, each in a file of its own, which is never made anew from the sources. Changes go one after the other. A file
 * that cannot be read is said and left as it is; the others do not mind.
 */
export class IncidentFolder {
  readonly #folder: string;
  readonly #clock: Pick<Clock, "now">;
  readonly #outlines: IncidentOutlines;
  readonly #turns = new InTurn();

  constructor(folder: string, clock: Pick<Clock, "now">) {
    this.#folder = folder;
    this.#clock = clock;
    this.#outlines = new IncidentOutlines(folder);
  }

  /** All that can be read, in no order, and a sentence for each that cannot. */
  async list(): Promise<{
    readonly outlines: readonly IncidentOutline[];
    readonly problems: readonly string[];
  }> {
    try {
      return await this.#outlines.read();
    } catch (error) {
      return { outlines: [], problems: [fileTrouble(WHAT, "read", error)] };
    }
  }

  async read(id: string): Promise<IncidentOutcome<Incident>> {
    try {
      return await this.#read(id);
    } catch (error) {
      return { kind: "failed", message: fileTrouble("The incident", "read", error) };
    }
  }

  create(
    title: string,
    by: IncidentPerson,
    noteFirst: NoteFirst<Incident> = UNNOTED,
  ): Promise<IncidentOutcome<Incident>> {
    return this.#next(async () => {
      const incident = createIncident(title, { id: randomUUID(), nowMs: this.#clock.now(), by });
      if (typeof incident === "string") return { kind: "refused", message: incident };
      const { outlines, problems } = await this.#outlines.read();
      if (outlines.length + problems.length >= MOST_INCIDENTS)
        return {
          kind: "refused",
          message: `There are ${MOST_INCIDENTS} incidents already: delete one first.`,
        };
      return await this.#write(incident, noteFirst);
    });
  }

  /** `said`: what is to be told of it; null = nothing. */
  change(
    id: string,
    change: IncidentChange,
    doing: Doing,
  ): Promise<IncidentOutcome<{ readonly incident: Incident; readonly said: string | null }>> {
    return this.#next(async () => {
      const found = await this.#read(id);
      if (found.kind !== "done") return found;
      const { by, seenVersion, noteFirst = UNNOTED } = doing;
      const made = { id: randomUUID(), nowMs: this.#clock.now(), by, seenVersion };
      const changed = changeIncident(found.answer, change, made);
      if (changed.kind === "refused") return changed;
      const { incident, said } = changed;
      const written =
        incident === found.answer
          ? ({ kind: "done", answer: incident } as const)
          : await this.#write(incident, noteFirst);
      return written.kind === "done" ? { kind: "done", answer: { incident, said } } : written;
    });
  }

  /** Done too where there is none any more. */
  remove(
    id: string,
    seenVersion: number,
    noteFirst: NoteFirst<Incident> = UNNOTED,
  ): Promise<IncidentOutcome<null>> {
    return this.#next(async () => {
      const found = await this.#read(id);
      if (found.kind === "not-there") return { kind: "done", answer: null };
      if (found.kind !== "done") return found;
      const unseen = whyNotSeen(found.answer, seenVersion);
      if (unseen !== null) return { kind: "refused", message: unseen };
      await noteFirst(found.answer);
      await rm(this.#pathOf(id), { force: true });
      return { kind: "done", answer: null };
    });
  }

  /** A path is made of nothing but an id of ours. */
  async #read(id: string): Promise<IncidentOutcome<Incident>> {
    if (!ID.test(id)) return NOT_THERE;
    const content = await readIncidentFile(this.#pathOf(id), id);
    if (content.kind === "incident") return { kind: "done", answer: content.incident };
    if (content.kind === "not-there") return NOT_THERE;
    return { kind: "failed", message: problemOfFile(`incidents/${id}.json`, content.kind) };
  }

  async #write(incident: Incident, noteFirst: NoteFirst<Incident>): Promise<IncidentOutcome<Incident>> {
    const text = printIncidentFile(incident);
    if (Buffer.byteLength(text) > LONGEST_INCIDENT_FILE)
      return { kind: "refused", message: "The incident would be too large (32 MiB): begin another one." };
    await noteFirst(incident);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await replaceFile(this.#pathOf(incident.id), text);
    return { kind: "done", answer: incident };
  }

  #next<T>(work: () => Promise<IncidentOutcome<T>>): Promise<IncidentOutcome<T>> {
    return this.#turns.run(work).catch((error: unknown) => {
      return { kind: "failed" as const, message: fileTrouble(WHAT, "changed", error) };
    });
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
