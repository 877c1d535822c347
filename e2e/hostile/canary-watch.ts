import type { BrowserContext, Page } from "@playwright/test";
import { CANARY } from "@/lib/testing/hostile/canary";

/** What text did that must do nothing: each thing in a line. */
export interface CanaryWatch {
  readonly seen: readonly string[];
}

/** Before the first page is opened: notes calls of the canary, dialogs, breaches of the policy and requests to elsewhere. */
export async function watchCanary(context: BrowserContext): Promise<CanaryWatch> {
  const seen: string[] = [];
  const note = (_source: unknown, what: string) => void seen.push(what);
  await context.exposeBinding("gatebookNote", note);
  await context.addInitScript((name) => {
    const own = window as unknown as Record<string, (what: string) => void>;
    own[name] = (mark) => own.gatebookNote?.(`canary: ${mark}`);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      own.gatebookNote?.(`content policy: ${effectiveDirective} ${blockedURI}`),
    );
  }, CANARY);
  context.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1[:/]|file:|data:|blob:)/.test(request.url()))
      seen.push(`request: ${request.url()}`);
  });
  context.on("page", (page) => watchDialogs(page, seen));
  return { seen };
}

function watchDialogs(page: Page, seen: string[]): void {
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
