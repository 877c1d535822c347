// Runs under Node 24 (node:sqlite): loads rows of JSON into SQLite and times queries; called by store.ts.
// Arguments: rows file, database file, JSON file of { runs, questions: [{ name, total, all }] }.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";

const [rowsFile, file, questionsFile] = process.argv.slice(2);
const COLUMNS =
  "id time_ms granted class cluster caller account role arn access_key_id session session_name username groups uid error search";
const names = COLUMNS.split(" ");
const isNew = !existsSync(file);
const database = new DatabaseSync(file);
database.exec(
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA mmap_size = 4000000000",
);
if (isNew) await load();

async function load() {
  database.exec(`CREATE TABLE flat (${names.join(", ")})`);
  const insert = database.prepare(`INSERT INTO flat VALUES (${names.map(() => "?").join(", ")})`);
  database.exec("BEGIN");
  for await (const line of createInterface({ input: createReadStream(rowsFile) })) {
    const row = JSON.parse(line);
    insert.run(...names.map((name) => toValue(row[name])));
  }
  database.exec("COMMIT");
  for (const columns of [
    "time_ms",
    "cluster, time_ms",
    "granted, time_ms",
    "username, time_ms",
    "session_name, time_ms",
  ])
    database.exec(`CREATE INDEX "by ${columns}" ON flat (${columns})`);
  database.exec("ANALYZE");
}

function toValue(value) {
  if (typeof value === "boolean") return value ? 1 : 0;
  return Array.isArray(value) ? JSON.stringify(value) : (value ?? null);
}

const { runs, questions } = JSON.parse(readFileSync(questionsFile, "utf8"));
const answers = questions.map(({ name, total, all }) => {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    for (const query of all) database.prepare(query).all();
    times.push(performance.now() - start);
  }
  return { name, total: database.prepare(total).get().n, times };
});
console.log(JSON.stringify(answers));
