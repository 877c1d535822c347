import type { ConfigurationPart, KnownConfiguration } from "../../explain/configuration/known-configuration";
import type { PartState } from "../../explain/configuration/part-at";
import type { SeenCaller } from "../../explain/mapped/seen-caller";
import type { WhoCanBecome } from "../../explain/mapped/who-can-become";
import type { MappedCaller } from "../../explain/mapping/mapped-caller";
import type { WhatIf } from "../../explain/what-if";
import type { TextExcerpt } from "../../parse/mappings/text-excerpt";

/** What would become of somebody at a cluster, as its configuration is just now. */
export interface WhatIfReport {
  /** Who may be meant: an e-mail or a permission set stands for several principals. Empty = nobody is known by it. */
  readonly answers: readonly WhatIfAnswer[];
  /** How well the configuration is known that was asked. */
  readonly parts: Readonly<Record<ConfigurationPart, PartState>>;
}

export interface WhatIfAnswer extends WhatIf {
  readonly caller: MappedCaller;
  /** The lines of aws-auth in which the entry that decides stands; null = it stands elsewhere. */
  readonly excerpt: TextExcerpt | null;
}

/** Who could come in as a username or with a group, as the configuration is just now. */
export interface BecomeReport extends WhoCanBecome {
  readonly parts: Readonly<Record<ConfigurationPart, PartState>>;
}

/** What it takes to see, without asking again, whose access an edit would change. */
export interface MappingBase {
  /** Without roles and bindings, which map nobody. */
  readonly known: KnownConfiguration & { readonly rbac: null };
  readonly parts: Readonly<Record<ConfigurationPart, PartState>>;
  /** null = unknown, or there is none. */
  readonly awsAuthText: string | null;
  /** Who came within the last ninety days. */
  readonly callers: readonly SeenCaller[];
}
