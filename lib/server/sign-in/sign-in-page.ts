import type { IncomingMessage, ServerResponse } from "node:http";

/** A page of the front server's own: it needs no script, and shows nothing of what lies behind. */
export interface PlainPage {
  readonly status: number;
  readonly title: string;
  readonly lines: readonly string[];
  /** Where to go on: an address of ours. */
  readonly link: { readonly href: string; readonly text: string } | null;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem;color:#1a1a1a;background:#fff}
a{display:inline-block;padding:.4rem .9rem;border-radius:.4rem;background:#1d4f91;color:#fff;text-decoration:none}
a:focus-visible{outline:3px solid #1d4f91;outline-offset:2px}
@media(prefers-color-scheme:dark){body{color:#eee;background:#151515}a{background:#8ab4f0;color:#111}}`;

/** Answers with a page, under the policy that was set for this request. */
export function respondPage(request: IncomingMessage, response: ServerResponse, page: PlainPage): void {
  const nonce = String(request.headers["x-nonce"] ?? "");
  response.writeHead(page.status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : print(page, nonce));
}

function print({ title, lines, link }: PlainPage, nonce: string): string {
  const text = lines.map((line) => `<p>${escapeText(line)}</p>`).join("\n");
  const onward =
    link === null ? "" : `<p><a href="${escapeText(link.href)}">${escapeText(link.text)}</a></p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeText(title)} · Gatebook</title><link rel="icon" type="image/svg+xml" href="/icon.svg">
<style nonce="${escapeText(nonce)}">${STYLE}</style></head>
<body><main><h1>${escapeText(title)}</h1>
${text}
${onward}</main></body></html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? "");
}
