import { runGatebook } from "./gatebook";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader has gone (`gatebook … | head`): nobody is left to tell.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { stdin, stdout, stderr } = process;
process.exitCode = await runGatebook(process.argv.slice(2), { stdin, stdout, stderr });
