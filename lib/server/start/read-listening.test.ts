import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isLoopbackHost } from "../sign-in/is-loopback";
import { addressOf, readListening } from "./read-listening";

const HERE = [
  "127.0.0.1",
  "127.9.9.9",
  "localhost",
  "LOCALHOST",
  "::1",
  "[::1]",
  "::ffff:127.0.0.1",
  "0:0:0:0:0:0:0:1",
];
const ELSEWHERE = [
  "0.0.0.0",
  "::",
  "[::]",
  "0",
  "::ffff:0.0.0.0",
  "::ffff:10.0.0.1",
  "10.0.0.1",
  "192.168.1.2",
  "2001:db8::1",
  "fe80::1%eth0",
  "gatebook.example.com",
  "localhost.example.com",
  "127.0.0.1.example.com",
  "127.1",
  "2130706433",
  "0x7f000001",
  "::127.0.0.1",
  "::ffff:7f00:1",
  "0:0:0:0:0:0:0:0",
  "*",
];

describe("where to listen", () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "gatebook-listen-"));
    delete process.env.GATEBOOK_HOST;
  });
  afterEach(() => {
    delete process.env.GATEBOOK_HOST;
    rmSync(cwd, { recursive: true });
  });

  const read = (host: string | null = null) => readListening({ host, config: null, cwd });
  const configure = (signIn: string) => writeFileSync(join(cwd, "gatebook.yaml"), `signIn:\n${signIn}`);

  it("is this machine, where nothing is said", () => {
    expect(read()).toMatchObject({ host: "127.0.0.1", refusal: null, signIn: { mode: "local" } });
    expect(addressOf(read(), 3000)).toBe("http://127.0.0.1:3000");
    expect(addressOf(read("[::1]"), 3000)).toBe("http://[::1]:3000");
  });

  it.each(HERE)("may be %s without signing in", (host) => expect(read(host).refusal).toBeNull());

  it.each(ELSEWHERE)("may not be %s without signing in, by option, variable or config", (host) => {
    expect(isLoopbackHost(host)).toBe(false);
    expect(read(host).refusal).toMatch(/can be reached by others.*\(1\).*\(2\).*\(3\)/);
    expect(read(host).refusal).not.toContain("\n");
    process.env.GATEBOOK_HOST = host;
    expect(read().refusal).toMatch(/can be reached by others/);
    expect(read("127.0.0.1").refusal).toBeNull();
  });

  it("may be elsewhere with a way of signing in and its secret", () => {
    const proxy = (place: string) =>
      configure(
        `  mode: header\n  host: 0.0.0.0\n  publicUrl: https://gatebook.example.com\n  trustedProxies: [10.0.0.0/16]\n  header: { secretFrom: ${place} }\n  roles: [{ group: dev, role: viewer }]\n`,
      );
    proxy("file:proxy-secret");
    expect(read().refusal).toMatch(/proxy-secret cannot be read \(ENOENT\)/);
    writeFileSync(join(cwd, "proxy-secret"), "short");
    expect(read().refusal).toMatch(/shorter than 16 letters/);
    expect(read().refusal).not.toContain("short.");
    writeFileSync(join(cwd, "proxy-secret"), `${"s".repeat(32)}\n`);
    expect(read()).toMatchObject({ host: "0.0.0.0", refusal: null });
    expect(addressOf(read(), 3000)).toBe("https://gatebook.example.com");
    proxy("env:GATEBOOK_NO_SUCH_SECRET");
    expect(read().refusal).toMatch(/no secret in the variable GATEBOOK_NO_SUCH_SECRET/);
  });
});
