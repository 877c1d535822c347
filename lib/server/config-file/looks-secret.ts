const SECRET_KEYS = [
  "accesskeyid",
  "accesskey",
  "secretaccesskey",
  "secretkey",
  "secret",
  "clientsecret",
  "proxysecret",
  "sessiontoken",
  "securitytoken",
  "token",
  "password",
  "passphrase",
  "credentials",
  "privatekey",
];

/** What to do about a secret in the file. */
export const NO_SECRETS =
  "Take it out, and name a profile (profile:) or a role (role:) instead; replace the secret if others could read it.";

/** Whether a key is for something that must not stand in a file: `aws_secret_access_key`, `sessionToken` … */
export function isSecretKey(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z]/g, "");
  return SECRET_KEYS.includes(plain.replace(/^aws/, ""));
}

/** Whether a value is written as AWS writes its secrets: the id of an access key, or 40 letters of base64. */
export function isSecretValue(value: string): boolean {
  if (/^(AKIA|ASIA)[0-9A-Z]{16}$/.test(value)) return true;
  return /^[A-Za-z0-9/+]{40}$/.test(value) && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(value));
}
