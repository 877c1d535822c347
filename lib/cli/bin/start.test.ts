import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const script = join(import.meta.dirname, "start.mjs");

function start(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  return { status, stdout, stderr: stderr.trim() };
}

describe("npm start", () => {
  it.each([
    [["--clutser", "prod"], "Unknown option '--clutser'"],
    [["--port", "http"], '--port takes a number from 1 to 65535, not "http"'],
    [["--port", "70000"], "--port takes a number"],
    [["--cluster", "a b"], "--cluster takes the name of a cluster"],
    [["--log", "xml"], '--log takes one of text, json, not "xml"'],
    [["--level", "loud"], "--level takes one of debug, info, warn, error"],
    [["--sandbox", "--region", "eu-west-1"], "--sandbox does not go with"],
  ])("refuses %j in one line", (args, message) => {
    const { status, stderr } = start(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.split("\n")).toHaveLength(1);
  });

  it("explains itself", () => {
    expect(start("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--cluster NAME") });
  });

  it("names a port that is taken, and another", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const { status, stderr } = start("--port", String(port));
    await new Promise((resolve) => server.close(resolve));
    expect(status).toBe(1);
    expect(stderr).toContain(`port ${port} is taken. Choose another`);
  });
});
