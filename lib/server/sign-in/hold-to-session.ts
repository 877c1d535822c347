import type { Visit } from "../web/admit";

/** Facts: security §6: a session that is ended sees nothing more within a second. */
const LOOK_MS = 500;

/** Ends an answer that goes on, such as live news, when whoever asked is not signed in any more. */
export function holdToSession({ response }: Pick<Visit, "response">, isStill: () => Promise<boolean>): void {
  const timer = setInterval(() => {
    // An engine that does not answer now has not ended anything.
    isStill().then(
      (still) => still || response.destroy(),
      () => undefined,
    );
  }, LOOK_MS);
  timer.unref();
  response.once("close", () => clearInterval(timer));
}
