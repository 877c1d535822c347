import type { Asker } from "../access/asker";
import type { Visit } from "../web/admit";

/** One way of signing in, as the gate uses it. */
export interface SignInMode {
  identify(visit: Visit): Promise<Asker>;
  /** Whether who was let in still is; asked again and again while an answer goes on. */
  isStill(visit: Visit, asker: Asker): Promise<boolean>;
  /** Paths of its own, by method and path: `GET /sign-in`. */
  readonly routes: Readonly<Record<string, (visit: Visit) => Promise<void>>>;
}
