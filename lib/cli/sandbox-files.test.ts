import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "./gatebook";

const DAYS = 2;
const NOW = Date.UTC(2026, 10, 20, 12);

interface Truth {
  readonly line: { readonly eventId: string };
  readonly cluster: string;
  readonly decision: string;
  readonly username: string | null;
  readonly callerArn: string | null;
  readonly stsEventId: string | null;
}

/** The parts of a line of `gatebook attempts --json` that the truth knows. */
interface Printed {
  readonly cluster: string;
  readonly decision: string;
  readonly kubernetes: { readonly username: string } | null;
  readonly caller: { readonly arn: string | null } | null;
  readonly sts: { readonly eventId: string | null; readonly alternatives: readonly string[] } | null;
  readonly evidence: readonly { readonly source: string; readonly eventId: string | null }[];
}

const gatebook = (...args: string[]) => runCommand((io) => runGatebook(args, io));

/** Written as files, read as files: what the command line says beside what really happened. */
describe("the sandbox's world, through files", () => {
  let folder: string;
  let truth: Truth[];
  const found = new Map<string, Printed>();

  beforeAll(async () => {
    vi.stubEnv("GATEBOOK_CLOCK", `${Date.now()}:${NOW}:1`);
    folder = mkdtempSync(join(tmpdir(), "gatebook-files-"));
    const [out, data] = [join(folder, "world"), join(folder, "data")];
    expect((await gatebook("sandbox", "--out", out, "--days", String(DAYS))).code).toBe(0);
    truth = (JSON.parse(readFileSync(join(out, "truth.json"), "utf8")) as { attempts: Truth[] }).attempts;
    for (const cluster of ["prod", "staging", "devCluster"]) {
      const log = join(out, "authenticator", `${cluster}.json`);
      const options = ["--data", data, "--cluster", cluster, "--region", "eu-west-1"];
      expect((await gatebook("import", log, ...options)).code).toBe(0);
    }
    expect((await gatebook("import", join(out, "AWSLogs"), "--data", data)).code).toBe(0);
    const { stdout } = await gatebook("attempts", "--data", data, "--json");
    for (const row of readJsonLines<Printed>(stdout)) found.set(decidingId(row), row);
  }, 120_000);

  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it("lists every attempt once, with its verdict, name and caller", () => {
    expect(truth.length).toBeGreaterThan(500);
    expect([...found.keys()].toSorted()).toEqual(truth.map(({ line }) => line.eventId).toSorted());
    const wrong = truth.filter((real) => {
      const row = found.get(real.line.eventId);
      const arn = row?.caller?.arn ?? real.callerArn;
      const username = row?.kubernetes?.username ?? null;
      return row?.decision !== real.decision || username !== real.username || arn !== real.callerArn;
    });
    expect(wrong).toEqual([]);
  });

  it("never gives an attempt another's event, and always lists the right one", () => {
    const known = truth.filter(({ stsEventId }) => stsEventId !== null);
    const wrong = known.filter(({ line, stsEventId }) => {
      const row = found.get(line.eventId);
      if (row?.caller == null) return false;
      const chosen = row.sts?.eventId ?? stsEventId;
      const listed = [row.sts?.eventId, ...(row.sts?.alternatives ?? [])].includes(stsEventId ?? "");
      return chosen !== stsEventId || !listed;
    });
    expect(wrong).toEqual([]);
  });
});

function decidingId({ evidence }: Printed): string {
  return evidence.filter(({ source }) => source === "authenticator").at(-1)?.eventId ?? "";
}
