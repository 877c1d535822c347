import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const APP = join(import.meta.dirname, "../../app");

/** Every page and route, as its folder is named. */
export function routesOfFolders(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${dirname(file)}`.replace(/\/\([^)]*\)/g, "").replace(/^\/\.$/, "/") || "/");
}

/** An address of the route. */
export function fillRoute(route: string): string {
  return route.replace(/\[\.\.\.\w+\]/g, "a/b").replace(/\[\w+\]/g, "x1");
}
