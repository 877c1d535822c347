// `npm start`: installs, builds and serves. Plain JavaScript: it runs before anything is installed.
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { readStartOptions, START_HELP } from "./start-options.mjs";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const say = (text) => console.log(text);

function fail(message, code = 1) {
  console.error(`gatebook: ${message}`);
  process.exit(code);
}

function isPortFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9))
  fail(`needs Node 20.9 or newer; this is ${process.versions.node}.`);

const { options, problem } = readStartOptions(process.argv.slice(2));
if (problem) fail(`${problem} See npm start -- --help`, 2);
if (options.help) {
  say(START_HELP);
  process.exit(0);
}
if (!(await isPortFree(options.port))) {
  fail(
    `port ${options.port} is taken. Choose another: npm start -- --port ${options.port === 65535 ? 3000 : options.port + 1}`,
  );
}
const trouble = ensureInstalled(root, say) ?? ensureBuilt(root, say);
if (trouble) fail(trouble);
const cwd = process.env.INIT_CWD ?? process.cwd();
const data = options.data === null ? null : resolve(cwd, options.data);
const { supervise } = await import(pathToFileURL(join(root, "dist", "supervise.mjs")).href);
await supervise({ ...options, data, cwd, root });
