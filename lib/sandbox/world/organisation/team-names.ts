const TEAMS = (
  "payments orders search shipping billing catalog fraud identity loyalty pricing returns stock tax media " +
  "messaging mobile partners reports risk support warehouse checkout content data-lake delivery forecast " +
  "gateway insights ledger marketing onboarding privacy promotions routing settlement storefront suppliers " +
  "telemetry treasury vouchers"
).split(" ");
const FAMILIES = (
  "moss reed stone field brook hill lake wood ford marsh vale dale glen heath rowe shaw thorn byrne cole dunn " +
  "ellis frost gray hale irwin jones keane lowe mills nash oakes price quinn rhodes swift tate upton voss ward york"
).split(" ");
const GIVEN =
  "ana ben cleo dan eva finn gus hana ian jo kim leo mia ned ola pam ray sue tom uma vic wim xia zoe".split(
    " ",
  );

/** Begins the names of all that a team owns. The first team came before there were others: it has none. */
export function prefixOf(team: number): string {
  return team === 0 ? "" : `${numbered(TEAMS, team - 1)}-`;
}

/** The name before the `@` of a team's n-th person, unique in the organisation. */
export function mailNameOf(team: number, person: number): string {
  const given = GIVEN[(team * 6 + person) % GIVEN.length] ?? "sam";
  return `${given}.${numbered(FAMILIES, team)}`;
}

/** `names[place]`, and `…-2` when all are used. */
function numbered(names: readonly string[], place: number): string {
  const round = Math.floor(place / names.length);
  return `${names[place % names.length] ?? "team"}${round === 0 ? "" : `-${round + 1}`}`;
}
