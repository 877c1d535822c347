import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("what would this ARN become, and who can become cluster admin", async ({ page }) => {
  await page.goto("/clusters/devCluster");
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "What if" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What if, at devCluster?");
  const somebody = page.getByRole("region", { name: "As whom would somebody come in?" });
  await somebody.getByLabel("Who").fill("Developer");
  await somebody.getByLabel("Session name").fill("jo@example.com");
  await somebody.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/\?who=Developer&session=jo%40example\.com$/);
  const answer = somebody.getByRole("status");
  await expect(answer).toContainText("would come in as developer:jo-example.com in developers, log-readers");
  await expect(answer.getByRole("figure")).toContainText("developer:{{SessionName}}");
  await answer.getByText("What it may do").click();
  await expect(answer).toContainText("ClusterRole developers by ClusterRoleBinding developers");
  await expectAccessible(page);

  const become = page.getByRole("region", { name: "Who can become somebody?" });
  await become.getByLabel("or group").fill("system:masters");
  await become.getByRole("button", { name: "Ask" }).last().click();
  await expect(page).toHaveURL(/group=system%3Amasters/);
  await expect(somebody.getByRole("status")).toContainText("developer:jo-example.com");
  await expect(become.getByRole("status")).toContainText("user/terraform");
  await expect(become.getByRole("status")).toContainText("in any session");
  await expectAccessible(page);
});

test("nobody is known by a name, and a role whose path stands in aws-auth is told so", async ({ page }) => {
  const answer = page.getByRole("region", { name: "As whom would somebody come in?" }).getByRole("status");
  await page.goto("/clusters/devCluster/what-if?who=nobody%40example.com");
  await expect(answer).toContainText("Nobody is known by that name");
  await page.goto("/clusters/devCluster/what-if?who=team-payments");
  await expect(answer).toContainText("would be turned away");
  await expect(answer).toContainText("has the role's path");
});

test("an edit of aws-auth shows whose access it changes, before anything is applied", async ({ page }) => {
  await page.goto("/clusters/devCluster/what-if");
  const edit = page.getByRole("region", { name: "What if aws-auth were another?" });
  await expect(async () => {
    await edit.getByRole("button", { name: "Try an edit" }).click();
    await expect(edit.getByRole("textbox")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const outcome = edit.getByRole("status");
  await expect(outcome).toContainText("Nobody's access would change");
  await expect(edit).toContainText("✕ 4");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData()}`));
  const box = edit.getByRole("textbox");
  const text = await box.inputValue();
  await box.fill(text.replace("username: developer:{{SessionName}}", "username: dev:{{SessionName}}"));
  await expect(outcome).toContainText("bob@example.com becomes another");
  await expect(outcome).toContainText("developer:bob-example.com → dev:bob-example.com");
  await expect(edit.getByRole("figure", { name: "Lines taken out and put in" })).toContainText(
    "dev:{{SessionName}}",
  );
  await expectAccessible(page);
  await box.fill(text.replace("  mapRoles: |\n", "  mapRoles:\n"));
  await expect(outcome).toContainText("The API server would not take this text");
  await box.fill(`${text}\nkind: Secret\n`);
  await expect(edit).toContainText("Error");
  await expectAccessible(page);
  expect(sent.filter((one) => !one.startsWith("GET ") || one.includes("developer"))).toEqual([]);
});

test("a link with both questions answers them without JavaScript, and says what it could not read", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/clusters/devCluster/what-if?who=Developer&session=jo&group=system:masters&colour=red");
  await expect(page.getByRole("main")).toContainText('Parameter "colour" is not known here.');
  const become = page.getByRole("region", { name: "Who can become somebody?" });
  await expect(become.getByRole("row").filter({ hasText: "user/terraform" })).toContainText(
    "Hidden entry of the cluster's creator",
  );
  await become.getByLabel("Kubernetes username").fill("developer:bob-example.com");
  await become.getByRole("button", { name: "Ask" }).first().click();
  await expect(page).toHaveURL(/username=developer%3Abob-example\.com&who=Developer&session=jo$/);
  await expect(become).toContainText("in a session called bob-example.com");
  await expect(become).toContainText("an @ in it gives the same as a -");
  const somebody = page.getByRole("region", { name: "As whom would somebody come in?" });
  await expect(somebody).toContainText("would come in as developer:jo in developers, log-readers");
  // Text inside of noscript is not found by text.
  await expect(page.locator("noscript p")).toHaveText("Trying an edit needs JavaScript.");
  await context.close();
});
