import { ALB, HEADER, OIDC } from "./sign-in-sections";

const RULE = {
  kind: "map",
  about: "What a group may do.",
  keys: {
    group: {
      kind: "text",
      about: "The group, as the provider names it.",
      required: true,
      pattern: /^[^\0\r\n]{1,512}$/,
      what: "the name of a group",
      example: "platform",
    },
    role: {
      kind: "text",
      about:
        "viewer: what is masked. auditor: also raw lines, exports and shares. admin: also sessions and the audit log.",
      required: true,
      pattern: /^(viewer|auditor|admin)$/,
      what: "viewer, auditor or admin",
      example: "viewer",
    },
    clusters: {
      kind: "list",
      about: "The names of the clusters that it is for, as they are shown. Default: all.",
      of: {
        kind: "text",
        about: "A cluster.",
        required: true,
        pattern: /^[0-9A-Za-z][\w .()-]{0,99}$/,
        what: "the name of a cluster",
        example: "prod",
      },
    },
  },
} as const;

/** How people sign in: facts, security §6. */
export const SIGN_IN_KEYS = {
  kind: "map",
  about: "How people sign in. Without it, only this machine is served.",
  keys: {
    mode: {
      kind: "text",
      about: "local: only this machine, nobody signs in. oidc, alb, header: see the sections of these names.",
      required: true,
      pattern: /^(local|oidc|alb|header)$/,
      what: "local, oidc, alb or header",
      example: "oidc",
    },
    publicUrl: {
      kind: "text",
      about: "What people type to get here; https, but on this machine.",
      required: false,
      pattern: /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?\/?$|^https?:\/\/\[[0-9a-f:]+\](:\d{1,5})?\/?$/,
      what: "an address without a path, in small letters",
      example: "https://gatebook.example.com",
    },
    host: {
      kind: "text",
      about: "The address to listen on; --host counts before it. Default: 127.0.0.1.",
      required: false,
      pattern: /^[0-9A-Za-z.:[\]%-]{1,255}$/,
      what: "an address",
      example: "0.0.0.0",
    },
    trustedProxies: {
      kind: "list",
      about: "Proxies whose X-Forwarded-For is believed: networks, or addresses alone.",
      of: {
        kind: "text",
        about: "A network.",
        required: true,
        pattern: /^[0-9a-fA-F.:]+(\/\d{1,3})?$/,
        what: "a network or an address",
        example: "10.0.0.0/16",
      },
    },
    anyoneLinks: {
      kind: "text",
      about:
        "Whether links may be made of what is shared that open for anyone who has them. Set back to refused, those made before open no longer. Default: refused.",
      required: false,
      pattern: /^(allowed|refused)$/,
      what: "allowed or refused",
      example: "refused",
    },
    oidc: OIDC,
    alb: ALB,
    header: HEADER,
    roles: { kind: "list", about: "Who may what. A person in none of these groups has no access.", of: RULE },
  },
} as const;
