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

export const OIDC = {
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

export const ALB = {
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
    signOutUrl: {
      kind: "text",
      about:
        "Where the provider signs people out: who signs out is sent there. Without it the provider may let a browser in again unasked.",
      required: false,
      pattern: /^https:\/\/[^\s"'\\/?#@]+(\/[^\s"'\\#]*)?$/,
      what: "an address with https",
      example: "https://login.example.com/logout",
    },
  },
} as const;

export const HEADER = {
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
