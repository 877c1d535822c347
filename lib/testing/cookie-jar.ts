/** A browser without a screen: asks, keeps cookies by host, and follows no redirect by itself. */
export class CookieJar {
  readonly #kept = new Map<string, Map<string, string>>();

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const kept = this.#kept.get(host) ?? new Map<string, string>();
    this.#kept.set(host, kept);
    const headers = new Headers(init.headers);
    if (kept.size > 0) headers.set("cookie", [...kept].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) kept.delete(name);
      else kept.set(name, value.join("="));
    }
    return response;
  }

  /** Follows redirects until there is none; gives the last answer and its address. */
  async follow(url: string): Promise<{ readonly url: string; readonly response: Response }> {
    let next = url;
    for (let step = 0; step < 20; step++) {
      const response = await this.ask(next);
      const location = response.headers.get("location");
      if (location === null) return { url: next, response };
      await response.body?.cancel();
      next = new URL(location, next).href;
    }
    throw new Error(`Too many redirects from ${url}`);
  }

  /** The value of a cookie that a host has set. */
  get(host: string, name: string): string | undefined {
    return this.#kept.get(host)?.get(name);
  }

  set(host: string, name: string, value: string): void {
    this.#kept.set(host, (this.#kept.get(host) ?? new Map<string, string>()).set(name, value));
  }
}
