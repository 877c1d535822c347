const URL_TEXT = /^https?:\/\/[^\s"'\\/?#@]+(\/[^\s"'\\?#]*)?$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{1,63}$/;

const SECRET_FROM = {
  kind: "text",
  about: "Where the secret lies: file:PATH, or env:NAME of an environment variable. Never the secret itself.",
  required: true,
  pattern: /^(file:[^\0\r\n]{1,1024}|env:[A-Za-z_][A-Za-z0-9_]{0,127})$/,
  what: "file: with a path, or env: with the name of a variable",
  example: "env:GATEBOOK_SIGN_IN_SECRET",
} as const;

const ISSUER = {
  kind: "text",
  about: "The provider's issuer, as its tokens have it.",
  required: true,
  pattern: URL_TEXT,
  what: "the address of an issuer",
  example: "https://login.example.com",
} as const;

const CLIENT_ID = {
  kind: "text",
  about: "The client's id at the provider.",
  required: true,
  pattern: /^[\x21-\x7e]{1,256}$/,
  what: "a client's id",
  example: "gatebook",
} as const;

const GROUPS_CLAIM = {
  kind: "text",
  about: "The claim that lists a person's groups. Default: groups.",
  required: false,
  pattern: /^[\x21-\x7e]{1,200}$/,
  what: "the name of a claim",
  example: "groups",
} as const;

function headerKey(about: string, example: string) {
  return {
    kind: "text",
    about,
    required: false,
    pattern: HEADER_NAME,
    what: "the name of a header",
    example,
  } as const;
}

const OIDC = {
  kind: "map",
  about: "An OpenID provider: code flow with PKCE. Its redirect address is publicUrl with /sign-in/callback.",
  keys: {
    issuer: ISSUER,
    clientId: CLIENT_ID,
    clientSecretFrom: SECRET_FROM,
    groupsClaim: GROUPS_CLAIM,
    scope: {
      kind: "text",
      about: "What is asked for. Default: openid profile email.",
      required: false,
      pattern: /^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/,
      what: "scopes, openid first",
      example: "openid profile email groups",
    },
  },
} as const;

const ALB = {
  kind: "map",
  about: "An Application Load Balancer that signs people in. Its security group alone may reach Gatebook.",
  keys: {
    arn: {
      kind: "text",
      about: "The load balancer's ARN: what another one has signed is not believed.",
      required: true,
      pattern:
        /^arn:aws(-cn|-us-gov)?:elasticloadbalancing:[a-z]{2}-(gov-)?[a-z]+-\d:\d{12}:loadbalancer\/app\/[\w-]+\/[0-9a-f]+$/,
      what: "the ARN of an Application Load Balancer",
      example:
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/gatebook/50dc6c495c0c9188",
    },
    issuer: ISSUER,
    clientId: CLIENT_ID,
    groupsClaim: GROUPS_CLAIM,
    keysUrl: {
      kind: "text",
      about: "Where the public keys lie, by their ids. Default: AWS's host of the Region.",
      required: false,
      pattern: URL_TEXT,
      what: "an address",
      example: "https://public-keys.auth.elb.eu-west-1.amazonaws.com",
    },
  },
} as const;

const HEADER = {
  kind: "map",
  about: "A proxy that signs people in and says with each request who they are.",
  keys: {
    secretFrom: SECRET_FROM,
    secretHeader: headerKey(
      "The header in which the proxy brings the secret. Default: x-gatebook-proxy-secret.",
      "x-gatebook-proxy-secret",
    ),
    userHeader: headerKey("The header with the person. Default: x-forwarded-user.", "x-forwarded-user"),
    groupsHeader: headerKey(
      "The header with the groups, separated by commas. Default: x-forwarded-groups.",
      "x-forwarded-groups",
    ),
  },
} as const;

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
    oidc: OIDC,
    alb: ALB,
    header: HEADER,
    roles: { kind: "list", about: "Who may what. A person in none of these groups has no access.", of: RULE },
  },
} as const;
