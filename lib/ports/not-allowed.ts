import type { Role } from "./viewer";

/** Who asks may not have this. `needs`: to sign in, that role, or a cluster that is not among his. */
export class NotAllowed extends Error {
  readonly needs: "sign-in" | "cluster" | Role;

  constructor(needs: NotAllowed["needs"], message: string) {
    super(message);
    this.name = "NotAllowed";
    this.needs = needs;
  }
}
