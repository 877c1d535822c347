/** What a cluster makes of a caller. `via` names the back-end that decided, or who refused. */
export interface Mapping {
  readonly username: string;
  readonly groups: readonly string[];
  readonly via: "access-entry" | "config-map" | "mounted-file";
}

/** A person who signs in through IAM Identity Center. The usernames are literal: the sandbox renders no templates. */
export interface Person {
  readonly email: string;
  readonly role: string;
  readonly userId: string;
  readonly ip: string;
  readonly agent: string;
  /** Uses the global STS endpoint. */
  readonly global: boolean;
  /** By cluster; a cluster without a mapping refuses. */
  readonly mappings: Readonly<Record<string, Mapping>>;
}

const CLI =
  "aws-cli/2.31.18 md/awscrt#0.27.6 ua/2.1 os/macos#25.1.0 md/arch#arm64 lang/python#3.13.7 md/prompt#off";
const CLI_LINUX =
  "aws-cli/2.17.5 md/awscrt#0.20.11 ua/2.0 os/linux#6.8.0 md/arch#x86_64 lang/python#3.11.8 md/prompt#off";
const STS = "arn:aws:sts::111122223333:assumed-role";

function entry(username: string, groups: readonly string[] = []): Mapping {
  return { username, groups, via: "access-entry" };
}

function listed(username: string, groups: readonly string[]): Mapping {
  return { username, groups, via: "config-map" };
}

export const PEOPLE: readonly Person[] = [
  {
    email: "alice@example.com",
    role: "AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856",
    userId: "d2c5f4e4-10a1-70b4-9d3e-000000000001",
    ip: "203.0.113.21",
    agent: CLI,
    global: false,
    mappings: {
      prod: entry(`${STS}/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856/alice-example.com`),
      staging: entry(`${STS}/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856/alice-example.com`),
      devCluster: listed("admin:alice-example.com", ["system:masters"]),
    },
  },
  {
    email: "bob@example.com",
    role: "AWSReservedSSO_Developer_a81d0e5c3b947f26",
    userId: "d2c5f4e4-10a1-70b4-9d3e-000000000002",
    ip: "203.0.113.34",
    agent: CLI_LINUX,
    global: true,
    mappings: {
      staging: entry(`${STS}/AWSReservedSSO_Developer_a81d0e5c3b947f26/bob-example.com`, ["developers"]),
      devCluster: listed("developer:bob-example.com", ["developers", "log-readers"]),
    },
  },
  {
    email: "carol@example.com",
    role: "AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856",
    userId: "d2c5f4e4-10a1-70b4-9d3e-000000000003",
    ip: "203.0.113.55",
    agent: CLI,
    global: false,
    mappings: {
      prod: entry(`${STS}/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856/carol-example.com`),
      staging: entry(`${STS}/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856/carol-example.com`),
      devCluster: listed("admin:carol-example.com", ["system:masters"]),
    },
  },
  {
    email: "dave@example.com",
    role: "AWSReservedSSO_ReadOnly_0b6e94d1c7a2f358",
    userId: "d2c5f4e4-10a1-70b4-9d3e-000000000004",
    ip: "203.0.113.78",
    agent: CLI_LINUX,
    global: false,
    mappings: {
      prod: entry(`${STS}/AWSReservedSSO_ReadOnly_0b6e94d1c7a2f358/dave-example.com`, ["viewers"]),
      staging: entry(`${STS}/AWSReservedSSO_ReadOnly_0b6e94d1c7a2f358/dave-example.com`, ["viewers"]),
    },
  },
  {
    email: "erin@example.com",
    role: "AWSReservedSSO_Developer_a81d0e5c3b947f26",
    userId: "d2c5f4e4-10a1-70b4-9d3e-000000000005",
    ip: "203.0.113.91",
    agent: CLI,
    global: false,
    mappings: {
      staging: entry(`${STS}/AWSReservedSSO_Developer_a81d0e5c3b947f26/erin-example.com`, ["developers"]),
      devCluster: listed("developer:erin-example.com", ["developers", "log-readers"]),
    },
  },
  {
    email: "frank@example.com",
    role: "AWSReservedSSO_Auditor_d2905c7be18f4a63",
    userId: "d2c5f4e4-10a1-70b4-9d3e-000000000006",
    ip: "203.0.113.112",
    agent: CLI_LINUX,
    global: true,
    mappings: {},
  },
];

export function personNamed(email: string): Person {
  const person = PEOPLE.find((one) => one.email === email);
  if (person === undefined) throw new Error(`nobody called ${email} in the sandbox`);
  return person;
}
