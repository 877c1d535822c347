/** Who may come in to a cluster, and what for, at one instant. */
export interface ClusterConfiguration {
  /** `data` of aws-auth: mapRoles, mapUsers, mapAccounts as YAML texts; null = the cluster has none. */
  readonly awsAuth: Readonly<Record<string, string>> | null;
  readonly accessEntries: readonly AccessEntry[];
  /** Roles and bindings as Kubernetes prints them, with `kind` and `apiVersion`. */
  readonly rbac: readonly RbacObject[];
}

export interface AccessEntry {
  /** With its path. */
  readonly principalArn: string;
  readonly type: string;
  /** As EKS tells it: its own default too. */
  readonly username: string;
  readonly kubernetesGroups: readonly string[];
  /** ISO. */
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly policies: readonly AssociatedPolicy[];
}

export interface AssociatedPolicy {
  readonly policyArn: string;
  readonly accessScope: {
    readonly type: "cluster" | "namespace";
    readonly namespaces: readonly string[];
  };
  readonly associatedAt: string;
  readonly modifiedAt: string;
}

export interface RbacObject {
  readonly kind: "Role" | "ClusterRole" | "RoleBinding" | "ClusterRoleBinding";
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}
