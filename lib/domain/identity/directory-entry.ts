/** What a directory has of one person. */
export interface DirectoryEntry {
  readonly userName: string | null;
  readonly displayName: string | null;
  readonly email: string | null;
}

/** A person of the operator's directory file: by Identity Center's user id, as a user of IAM, or both. */
export interface FileEntry extends DirectoryEntry {
  readonly userId: string | null;
  /** `111122223333/alice`: a user of IAM. */
  readonly iamUser: string | null;
}

/** What an entry calls its person; null = nothing. */
export function nameOfEntry({ userName, email, displayName }: DirectoryEntry): string | null {
  return [userName, email, displayName].find((name) => name !== null && name !== "") ?? null;
}
