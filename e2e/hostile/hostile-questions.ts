import type { APIRequestContext } from "@playwright/test";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import type { IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { takeInTurn } from "@/lib/testing/hostile/take-in-turn";
import { dayOf, type Touring } from "./hostile-views";
import { writeAsPage } from "./write-as-page";

/** Each page that is asked something, and by which parameters. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  "/attempts": ["q"],
  "/attempts?made=up": ["class", "cluster", "nonsense"],
  "/requests": ["q", "namespace", "name"],
  "/clusters/prod/what-if": ["who", "session"],
  "/clusters/staging/what-if": ["username"],
  "/questions/why-not-in?cluster=prod": ["who", "message"],
  "/questions/who-did-this?cluster=prod": ["verb", "resource", "namespace", "name", "username"],
  "/questions/who-is-behind": ["who", "cluster"],
  "/questions/cut-off": ["who"],
  "/questions/what-changed": ["who", "cluster"],
  "/questions/mapping-use": ["cluster"],
  "/questions/who-used-cluster-admin": ["cluster"],
  "/admin/audit": ["deed", "who"],
};

/** What somebody is sent as a link: each page is asked for hostile texts. */
export async function tourQuestions({ tour, over }: Touring): Promise<void> {
  const next = takeInTurn(over.values.filter(({ text }, nth) => nth % 7 === 0 && text.length < 300));
  for (const [path, names] of Object.entries(ASKED)) {
    const address = new URL(path, over.url);
    for (const name of names) address.searchParams.set(name, next());
    await tour.visit(`asked ${address.pathname}`, address.href);
  }
}

/** aws-auth with hostile texts is written into the page that tries an edit. */
export async function tourEdit({ tour, over }: Touring): Promise<void> {
  const { page } = tour;
  const lines = over.values.slice(80, 120).map(({ text }) => {
    const entry = { rolearn: `arn:aws:iam::111122223333:role/${text}`, username: text, groups: [text] };
    return `    - ${JSON.stringify(entry)}\n`;
  });
  await page.goto("/clusters/devCluster/what-if");
  await page.getByRole("button", { name: "Try an edit" }).click();
  const field = page.getByLabel("aws-auth, as kubectl prints it");
  await field.fill(`data:\n  mapRoles: |\n${lines.join("")}`);
  await tour.look("edit");
}

/** An incident whose title, notes and attempts are hostile. */
export async function tourIncident({ tour, over }: Touring): Promise<void> {
  const { page } = tour;
  const own = `${over.url}/api/v1/incidents`;
  const texts = over.values.map(({ text }) => text);
  const begun = { kind: "create", title: texts[40]?.slice(0, 100) };
  const { madeId } = await writeAsPage<{ madeId: string }>(page.request, own, begun);
  for (const text of texts.slice(41, 71))
    await writeAsPage<IncidentView>(page.request, `${own}/${madeId}`, {
      kind: "add-note",
      text: text.slice(0, 1_000),
    });
  const attemptIds = await idsOf(tour.page.request, `${over.url}/api/v1/attempts?${dayOf(over)}&limit=20`);
  await writeAsPage<IncidentView>(page.request, `${own}/${madeId}`, { kind: "add-attempts", attemptIds });
  await tour.visit("incident", `/incidents/${madeId}`);
  await tour.visit("incidents", "/incidents");
}

async function idsOf(request: APIRequestContext, address: string): Promise<string[]> {
  const { rows } = (await (await request.get(address)).json()) as AttemptPage;
  return rows.map(({ id }) => id);
}
