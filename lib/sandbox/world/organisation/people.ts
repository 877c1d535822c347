import { createChance } from "../chance";
import type { Stage } from "./clusters";
import { entry, entryUsername, listed, type Mapping } from "./mapping";
import { type Role, type RoleOwner, roleOf } from "./roles";
import { mailNameOf } from "./team-names";

/** A person who signs in through IAM Identity Center. */
export interface Person {
  /** The part in the cast; each team has somebody for each. */
  readonly part: Part;
  readonly email: string;
  readonly role: Role;
  readonly userId: string;
  readonly ip: string;
  readonly agent: string;
  /** Uses the global STS endpoint. */
  readonly global: boolean;
  /** A cluster without a mapping refuses. */
  readonly mappings: Readonly<Partial<Record<Stage, Mapping>>>;
}

export type Part = "alice" | "bob" | "carol" | "dave" | "erin" | "frank";

const MAC =
  "aws-cli/2.31.18 md/awscrt#0.27.6 ua/2.1 os/macos#25.1.0 md/arch#arm64 lang/python#3.13.7 md/prompt#off";
const LINUX =
  "aws-cli/2.17.5 md/awscrt#0.20.11 ua/2.0 os/linux#6.8.0 md/arch#x86_64 lang/python#3.11.8 md/prompt#off";

type Access = "admin" | "developer" | "viewer" | "nobody";

interface CastMember {
  readonly part: Part;
  readonly set: string;
  readonly octet: number;
  readonly agent: string;
  readonly global: boolean;
  readonly access: Access;
}

const CAST: readonly CastMember[] = [
  { part: "alice", set: "PlatformAdmin", octet: 21, agent: MAC, global: false, access: "admin" },
  { part: "bob", set: "Developer", octet: 34, agent: LINUX, global: true, access: "developer" },
  { part: "carol", set: "PlatformAdmin", octet: 55, agent: MAC, global: false, access: "admin" },
  { part: "dave", set: "ReadOnly", octet: 78, agent: LINUX, global: false, access: "viewer" },
  { part: "erin", set: "Developer", octet: 91, agent: MAC, global: false, access: "developer" },
  { part: "frank", set: "Auditor", octet: 112, agent: LINUX, global: true, access: "nobody" },
];

export function peopleOf(owner: RoleOwner & { readonly number: number }): readonly Person[] {
  return CAST.map((member, place) => {
    const { part, agent, global, octet } = member;
    const role = roleOf(owner, member.set);
    const email = `${owner.number === 0 ? part : mailNameOf(owner.number, place)}@example.com`;
    const mappings = MAPPINGS[member.access](role, email);
    return {
      part,
      email,
      role,
      userId: userIdOf(owner, place),
      ip: `203.0.113.${octet}`,
      agent,
      global,
      mappings,
    };
  });
}

function userIdOf(owner: RoleOwner, place: number): string {
  if (owner.prefix === "") return `d2c5f4e4-10a1-70b4-9d3e-00000000000${place + 1}`;
  return `d2c5f4e4-10a1-70b4-9d3e-${createChance(`${owner.seed}/user/${place}`).hex(12)}`;
}

const MAPPINGS: Readonly<Record<Access, (role: Role, email: string) => Person["mappings"]>> = {
  admin: (role, email) => ({
    prod: entry(entryUsername(role, email)),
    staging: entry(entryUsername(role, email)),
    dev: listed(`admin:${dashed(email)}`, ["system:masters"]),
  }),
  developer: (role, email) => ({
    staging: entry(entryUsername(role, email), ["developers"]),
    dev: listed(`developer:${dashed(email)}`, ["developers", "log-readers"]),
  }),
  viewer: (role, email) => ({
    prod: entry(entryUsername(role, email), ["viewers"]),
    staging: entry(entryUsername(role, email), ["viewers"]),
  }),
  nobody: () => ({}),
};

function dashed(email: string): string {
  return email.replaceAll("@", "-");
}
