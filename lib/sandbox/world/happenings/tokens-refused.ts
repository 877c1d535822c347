import { HOUR, MINUTE } from "../calendar";
import type { Chance } from "../chance";
import {
  BAD_TOKEN,
  expiredTokenError,
  hostileTokenError,
  stsRefusedError,
  stsUnreachableError,
} from "../lines/refusals";
import type { Cluster } from "../organisation/clusters";
import { userArn } from "../organisation/users";
import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { userSession } from "../sessions/user-session";
import { refuseToken } from "./refuse-token";
import { chanceFor, openKey, type Scene, userIn } from "./scene";
import type { TokenPlace } from "./token-place";

/** Every kind of refusal before or by STS, each about once a day; some of robots that never stop trying. */
export function tokensRefused(scene: Scene): void {
  const chance = chanceFor(scene, "refused");
  for (const [story, error] of Object.entries(FORM_ERRORS)) {
    if (!chance.happens(0.55)) continue;
    refuseToken(scene, { ...drawPlace(scene, chance), session: null, story, error: () => error });
  }
  expiredTokens(scene, chance);
  for (const refusal of STS_ANSWERS) stsRefuses(scene, chance, refusal);
  if (scene.day % 3 === 0) hostileToken(scene, chance);
  if (scene.day % 4 === 1) stsUnreachable(scene, chance);
}

const FORM_ERRORS: Readonly<Record<string, string>> = {
  "missing prefix": `${BAD_TOKEN}token is missing expected "k8s-aws-v1." prefix`,
  "bad base64": `${BAD_TOKEN}illegal base64 data at input byte 1084`,
  "foreign host": `${BAD_TOKEN}unexpected hostname "sts.vpce-0a1b2c3d4e5f.example.internal" in pre-signed URL`,
  "too large": `${BAD_TOKEN}token is too large`,
  "unsigned cluster": `${BAD_TOKEN}client did not sign the x-k8s-aws-id header in the pre-signed URL`,
  "bad expiry": `${BAD_TOKEN}invalid X-Amz-Expires parameter in pre-signed URL: 3600`,
  "extra parameter": `${BAD_TOKEN}non-whitelisted query parameter "X-Amz-Request-Id"`,
};

function drawPlace(scene: Scene, chance: Chance): { cluster: Cluster; atMs: number } {
  const { prod, staging, dev } = scene.team.clusters;
  return {
    cluster: chance.pick([prod, prod, staging, dev]),
    atMs: scene.startMs + chance.int(HOUR, 23 * HOUR),
  };
}

/** A token that was kept for too long, tried again and again. */
function expiredTokens(scene: Scene, chance: Chance): void {
  const place = drawPlace(scene, chance);
  const signedMs = place.atMs - chance.int(16, 240) * MINUTE;
  const session = userSession(userIn(scene, "backup-operator"), scene.team.region);
  const error = () => expiredTokenError(signedMs);
  const tries = chance.int(1, 3);
  for (let attempt = 0; attempt < tries; attempt++)
    refuseToken(scene, {
      ...place,
      atMs: place.atMs + attempt * 5200,
      session,
      story: "token expired",
      error,
    });
}

const STS_ANSWERS = [
  {
    story: "wrong cluster",
    status: 403,
    code: "SignatureDoesNotMatch",
    message:
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    share: 0.8,
  },
  {
    story: "credentials expired",
    status: 403,
    code: "ExpiredToken",
    message: "The security token included in the request is expired",
    share: 0.7,
  },
  {
    story: "unknown key",
    status: 403,
    code: "InvalidClientTokenId",
    message: "The security token included in the request is invalid.",
    share: 0.6,
  },
  { story: "throttled", status: 400, code: "Throttling", message: "Rate exceeded", share: 0.5 },
] as const;

/** No record of these in any trail: STS refuses before it knows who asks. */
function stsRefuses(scene: Scene, chance: Chance, refusal: (typeof STS_ANSWERS)[number]): void {
  if (!chance.happens(refusal.share)) return;
  const session = earlierSession(scene, chance);
  const error = (place: TokenPlace) =>
    stsRefusedError(place.dialect, endpointName(place), { ...refusal, requestId: chance.uuid() });
  const times = refusal.code === "Throttling" ? 3 : 1;
  const place = drawPlace(scene, chance);
  for (let attempt = 0; attempt < times; attempt++) {
    const atMs = place.atMs + attempt * 1500;
    refuseToken(scene, { ...place, atMs, session, story: refusal.story, error, askedMs: chance.int(9, 60) });
  }
}

/** Credentials of somebody who signed in on an earlier day. */
function earlierSession(scene: Scene, chance: Chance): Session {
  const { email, ip, agent, role, global } = chance.pick(scene.team.people);
  const createdMs = scene.startMs - 14 * HOUR;
  const accessKeyId = openKey(scene, `earlier/${email}/${chance.int(0, 999)}`);
  return roleSession({
    role,
    region: scene.team.region,
    sessionName: email,
    accessKeyId,
    createdMs,
    origin: { kind: "person", name: email },
    ip,
    agent,
    global,
  });
}

function endpointName(place: TokenPlace): string {
  return place.host.endpointType === "global" ? "global" : place.host.region;
}

function hostileToken(scene: Scene, chance: Chance): void {
  const atMs = scene.startMs + chance.int(2 * HOUR, 5 * HOUR);
  const { prod } = scene.team.clusters;
  const error = () => hostileTokenError(userArn(userIn(scene, "terraform")));
  refuseToken(scene, { cluster: prod, atMs, session: null, story: "hostile", error });
}

function stsUnreachable(scene: Scene, chance: Chance): void {
  const session = earlierSession(scene, chance);
  const error = (place: TokenPlace) => stsUnreachableError(place.dialect, endpointName(place), place.stsHost);
  refuseToken(scene, {
    ...drawPlace(scene, chance),
    session,
    story: "STS unreachable",
    error,
    askedMs: 10_000,
  });
}
