import { describe, expect, it } from "vitest";
import { createLog, type LogFormat } from "./create-log";

const ESC = "\u001b[2J\u009b31m\u202e\u2028\n";

function capture(format: LogFormat, level = "info") {
  const lines: string[] = [];
  return { lines, log: createLog({ part: "engine", format, level, write: (line) => lines.push(line) }) };
}

describe("the log", () => {
  it("is one JSON object a line, with time, level and part", () => {
    const { log, lines } = capture("json");
    log.warn({ source: "cloudtrail/111122223333/eu-west-1", code: "forbidden" }, "Source failed");
    log.debug("not asked for");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith("}\n")).toBe(true);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      level: "warn",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      part: "engine",
      source: "cloudtrail/111122223333/eu-west-1",
      code: "forbidden",
      msg: "Source failed",
    });
  });

  it.each(["json", "text"] as const)("lets no control character through to a terminal as %s", (format) => {
    const { log, lines } = capture(format);
    log.info({ text: ESC, [ESC]: 1 }, ESC);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, -1)).not.toMatch(/[\p{C}\u2028\u2029]/u);
    if (format === "json") expect(JSON.parse(lines[0] ?? "")).toMatchObject({ text: ESC, msg: ESC });
  });

  it("writes no secret, whoever hands it in", () => {
    const { log, lines } = capture("json");
    const token = `k8s-aws-v1.${"aHR0cHM6".repeat(10)}`;
    const signature = "0123456789abcdef".repeat(4);
    log.error(
      {
        error: `input token was not properly formatted: ${token}`,
        credentials: { secretAccessKey: "sandbox/EXAMPLE/secret", sessionToken: "IQoJEXAMPLE" },
        externalId: "gatebook-7f3a9c",
        err: new Error(`GET https://sts.amazonaws.com/?X-Amz-Signature=${signature}`),
      },
      "refused",
    );
    for (const secret of ["aHR0cHM6", "EXAMPLE/secret", "IQoJEXAMPLE", "7f3a9c", signature]) {
      expect(lines.join("")).not.toContain(secret);
    }
  });

  it("says what an error was, without what an SDK hangs on it", () => {
    const { log, lines } = capture("json");
    const error = Object.assign(new TypeError("no such thing"), { code: "ENOENT", $response: { body: "…" } });
    log.error({ err: error }, "failed");
    const { err } = JSON.parse(lines[0] ?? "");
    expect(err).toEqual({ name: "TypeError", message: "no such thing", code: "ENOENT", stack: error.stack });
  });

  it("is short for people", () => {
    const { log, lines } = capture("text");
    log.warn({ source: "prod", code: null }, "Source failed");
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}engine {5}Source failed source=prod\n$/);
  });
});
