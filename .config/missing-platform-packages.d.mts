export interface MissingPackage {
  readonly name: string;
  readonly version: string;
  readonly constraints: { readonly os?: string[]; readonly cpu?: string[]; readonly libc?: string[] };
}
export function missingPlatformPackages(lock: { packages: Record<string, object> }): MissingPackage[];
