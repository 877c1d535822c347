import type { Role } from "./viewer";
export class NotAllowed extends Error {
  readonly needs;
  constructor(needs: "sign-in" | "cluster" | Role, message: string) {
    super(message);
    this.needs = needs;
  }
}
