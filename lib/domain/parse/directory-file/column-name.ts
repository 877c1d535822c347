const OTHER_NAMES: Readonly<Record<string, string>> = {
  mail: "email",
  emailaddress: "email",
  iamarn: "arn",
  accountid: "account",
  iamaccount: "account",
};

/** Case, blanks and signs do not matter: `User ID`, `user_id` and `userId` are one column. */
export function columnName(written: string): string {
  const name = written.toLowerCase().replaceAll(/[^a-z]/g, "");
  return Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] ?? name) : name;
}
