import { createChance } from "../chance";
import type { RoleOwner } from "./roles";
import { mailNameOf } from "./team-names";

/** Who works through an application that acts for people: no event of theirs carries a name. */
export interface WorkbenchUser {
  readonly userId: string;
  /** null: the user has left, and the identity store knows nobody of this id any more. */
  readonly userName: string | null;
}

export function workbenchUsersOf(owner: RoleOwner & { readonly number: number }): readonly WorkbenchUser[] {
  const name = owner.number === 0 ? "judy" : mailNameOf(owner.number, 6);
  return [
    { userId: userIdOf(owner, "a"), userName: `${name}@example.com` },
    { userId: userIdOf(owner, "b"), userName: null },
  ];
}

function userIdOf({ prefix, seed }: RoleOwner, digit: string): string {
  if (prefix === "") return `d2c5f4e4-10a1-70b4-9d3e-00000000000${digit}`;
  return `d2c5f4e4-10a1-70b4-9d3e-${createChance(`${seed}/workbench/${digit}`).hex(12)}`;
}
