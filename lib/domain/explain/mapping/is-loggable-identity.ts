/** Whether the authenticator prints ARN and session of an account's callers, or was told to leave them out. */
export function isLoggableIdentity(accountId: string, scrubbedAccounts: readonly string[]): boolean {
  return !scrubbedAccounts.includes(accountId);
}
