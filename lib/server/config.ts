/** The only reader of this program's environment variables. */
export function readConfig() {
  const env = process.env;
  return {
    dataDir: env.GATEBOOK_DATA ?? null,
    clock: env.GATEBOOK_CLOCK ?? null,
  };
}
