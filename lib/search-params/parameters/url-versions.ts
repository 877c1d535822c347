/** The version that links carry as `v=`. A link without one is of this version. */
export const URL_VERSION = 1;

type Upgrader = (params: URLSearchParams) => URLSearchParams;

/** `UPGRADERS.get(n)` turns the parameters of version n into those of n + 1, so that old links keep opening. */
const UPGRADERS: ReadonlyMap<number, Upgrader> = new Map();

/** The parameters in today's version, without `v`; null when `v` names a version that does not exist. */
export function upgradeParams(params: URLSearchParams): URLSearchParams | null {
  const text = params.get("v") ?? String(URL_VERSION);
  if (!/^[1-9]\d{0,2}$/.test(text)) return null;
  let upgraded = new URLSearchParams(params);
  upgraded.delete("v");
  for (let version = Number(text); version !== URL_VERSION; version++) {
    const upgrade = UPGRADERS.get(version);
    if (upgrade === undefined) return null;
    upgraded = upgrade(upgraded);
  }
  return upgraded;
}
