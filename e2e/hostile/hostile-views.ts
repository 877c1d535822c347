import { LONGEST_SHARE_NOTE, type ShareList } from "@/lib/domain/summarize/evidence/share-view";
import type { HostileDashboard } from "./start-hostile";
import { partsOfDay, printRange } from "./start-hostile";
import type { HostileTour } from "./hostile-tour";
import { writeAsPage } from "./write-as-page";

const DAY_MS = 86_400_000;
/** A share has the records of at most fifty attempts. */
const ROWS_OF_SHARE = 35;

/** All that a view is made of. */
export interface Touring {
  readonly tour: HostileTour;
  readonly over: HostileDashboard;
}

export function dayOf({ startMs }: HostileDashboard): string {
  return printRange(startMs, startMs + DAY_MS);
}

/** Pages that list what callers chose. */
export async function tourLists({ tour, over }: Touring): Promise<void> {
  await tour.visit("overview", "/");
  await tour.scroll("attempts", `/attempts?${dayOf(over)}`);
  for (const name of ["prod", "staging", "devCluster"]) await tour.visit("cluster", `/clusters/${name}`);
  await tour.visit("identities", "/identities");
  await tour.follow("requests", `/requests?${dayOf(over)}`, "Older requests");
}

/** The raw lines, of which each has an example's key id. */
export async function tourRawLines({ tour, over }: Touring): Promise<void> {
  const { page } = tour;
  await page.goto(`/attempts?${dayOf(over)}&q=EXAMPLEHS`);
  await page.getByRole("button", { name: "Search the raw lines too" }).click();
  for (const more = page.getByRole("button", { name: "Search on" }); ; await more.click()) {
    await page.getByRole("button", { name: "Cancel" }).waitFor({ state: "hidden" });
    await tour.look("raw lines");
    if (!(await more.isVisible())) return;
  }
}

/** Pages of one thing, and the sheet beside the list. */
export async function tourDetails(touring: Touring): Promise<void> {
  const { tour, over } = touring;
  const list = `/attempts?${dayOf(over)}`;
  for (const href of (await linksOf(touring, list, /^\/attempts\/[0-9a-f]{32}/)).slice(0, 4)) {
    await tour.visit("attempt", href);
    await tour.visit("sheet", `${list}&open=${/[0-9a-f]{32}/.exec(href)?.[0]}`);
  }
  const requests = await linksOf(touring, `/requests?${dayOf(over)}`, /^\/requests\/[0-9a-f]{32}/);
  for (const href of requests.slice(0, 2)) await tour.visit("request", href);
  const people = await linksOf(touring, "/identities", /^\/identities\/.*gbm/);
  for (const href of people.slice(0, 4)) await tour.visit("identity", href);
}

/** Where a page leads, of addresses that look so. */
async function linksOf({ tour: { page } }: Touring, address: string, looks: RegExp): Promise<string[]> {
  await page.goto(address);
  const links = page.locator("main a[href*='/']");
  await links.first().waitFor();
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs.filter((href) => looks.test(href)))];
}

/** Shares of the whole day, each as a page; of the first the three levels, and as files that are opened from the disk. */
export async function tourShares(touring: Touring, keep: (name: string) => string): Promise<void> {
  const { tour, over } = touring;
  const parts = partsOfDay(over.startMs, Math.ceil(over.attempts / ROWS_OF_SHARE));
  const [first = ""] = partsOfDay(over.startMs, 12);
  for (const level of ["R2", "R1", "R0"]) {
    const id = await share(touring, { part: first, level });
    await tour.visit(`share ${level}`, `/s/${id}`, "article h2");
    await tour.visitFile(`file ${level}`, `/api/v1/shares/${id}/file`, keep(`${id}.html`));
  }
  for (const part of parts)
    await tour.visit("share R0", `/s/${await share(touring, { part, level: "R0" })}`, "article h2");
}

async function share(
  { tour: { page }, over }: Touring,
  { part, level }: { readonly part: string; readonly level: string },
): Promise<string> {
  const note = over.values.find(({ text }) => text.length < LONGEST_SHARE_NOTE)?.text ?? "";
  const wish = { kind: "create", view: `/attempts?${part}`, level, note, linkHours: null };
  return (await writeAsPage<ShareList>(page.request, `${over.url}/api/v1/shares`, wish)).madeId ?? "";
}
