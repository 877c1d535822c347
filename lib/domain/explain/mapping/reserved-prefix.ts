/** Whether a rendered username begins with a reserved word; case counts, and empty words do not. */
export function isReserved(username: string, reserved: readonly string[]): boolean {
  return reserved.some((prefix) => prefix !== "" && username.startsWith(prefix));
}
