import type { EntryWithPolicies } from "../../parse/access-entries/access-entry";
import type { AwsAuth } from "../../parse/aws-auth/aws-auth";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { RbacReading } from "../../parse/rbac/rbac-object";
import type { AuthenticationMode } from "../mapping/back-end-modes";

/** What is known of a cluster's configuration at one instant; null = nobody could read that part. */
export interface KnownConfiguration {
  readonly mode: AuthenticationMode | null;
  /** AWS's own roles and the creator of an old cluster, as an authenticator prints them when it starts. */
  readonly hidden: readonly MappingEntry[] | null;
  readonly accessEntries: readonly EntryWithPolicies[] | null;
  /** Without entries where there is no aws-auth. */
  readonly awsAuth: AwsAuth | null;
  readonly rbac: Pick<RbacReading, "roles" | "bindings"> | null;
}

/** The parts, in the order in which they are asked. */
export const CONFIGURATION_PARTS = ["mode", "hidden", "accessEntries", "awsAuth", "rbac"] as const;
export type ConfigurationPart = (typeof CONFIGURATION_PARTS)[number];
