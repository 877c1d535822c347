import { test as base, expect, type Page } from "@playwright/test";
import { watchApi } from "./watch-api";
import { AppHeader } from "./pages/app-header";
import { AttemptPage } from "./pages/attempt-page";
import { AttemptsPage } from "./pages/attempts-page";

interface Fixtures {
  /** Console errors that a journey is about, such as the 404 it provokes. */
  readonly expected: RegExp[];
  readonly header: AppHeader;
  readonly attempts: AttemptsPage;
  readonly attempt: AttemptPage;
}

/** Every journey fails on a console error, a page error, a breach of the content policy or of the API's document. */
export const test = base.extend<Fixtures>({
  expected: [async ({ browserName: _ }, use) => use([]), { scope: "test" }],
  page: async ({ page, expected }, use) => {
    const problems = await watch(page);
    const breaches = watchApi(page);
    await use(page);
    problems.push(...(await breaches()));
    expect(problems.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
  },
  header: async ({ page }, use) => use(new AppHeader(page)),
  attempts: async ({ page }, use) => use(new AttemptsPage(page)),
  attempt: async ({ page }, use) => use(new AttemptPage(page)),
});

export { expect };

async function watch(page: Page): Promise<string[]> {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      problems.push(`console: ${message.text()} ${message.location().url}`);
    }
  });
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      console.error(`content policy: ${effectiveDirective} ${blockedURI}`),
    );
  });
  return problems;
}
