/**
 * What AWS's access policies grant, from the tables of "Review access policy permissions" in the Amazon EKS User Guide
 * (docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html), whose list of changes then ended at
 * 2025-11-06; the one for Region switch from "Amazon EKS resource scaling execution block" in the developer guide of
 * Amazon Application Recovery Controller. AWS may change a policy at any time.
 */
export const POLICIES_AS_OF = "2025-11-06";

/** Blanks part the words, `core` is the group without a name; URLs are paths that are no object's. */
type Row = readonly [apiGroups: string, resources: string, verbs: string, urls?: string];

const READ = "get list watch";
const WRITE = "create delete deletecollection patch update";

const VIEW: readonly Row[] = [
  [
    "apps",
    "controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets " +
      "replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status",
    READ,
  ],
  ["autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status", READ],
  ["batch", "cronjobs cronjobs/status jobs jobs/status", READ],
  ["discovery.k8s.io", "endpointslices", READ],
  [
    "extensions",
    "daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status " +
      "networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale",
    READ,
  ],
  ["networking.k8s.io", "ingresses ingresses/status networkpolicies", READ],
  ["policy", "poddisruptionbudgets poddisruptionbudgets/status", READ],
  [
    "core",
    "configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers " +
      "replicationcontrollers/scale serviceaccounts services services/status",
    READ,
  ],
  [
    "core",
    "bindings events limitranges namespaces/status pods/log pods/status replicationcontrollers/status " +
      "resourcequotas resourcequotas/status",
    READ,
  ],
  ["core", "namespaces", READ],
];

/** The tables of Edit and Admin hold that of View. */
const EDIT: readonly Row[] = [
  ...VIEW,
  [
    "apps",
    "daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets " +
      "statefulsets/scale",
    WRITE,
  ],
  ["autoscaling", "horizontalpodautoscalers", WRITE],
  ["batch", "cronjobs jobs", WRITE],
  [
    "extensions",
    "daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets " +
      "replicasets/scale replicationcontrollers/scale",
    WRITE,
  ],
  ["networking.k8s.io", "ingresses networkpolicies", WRITE],
  ["policy", "poddisruptionbudgets", WRITE],
  ["core", "pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy", READ],
  ["core", "serviceaccounts", "impersonate"],
  ["core", "pods pods/attach pods/exec pods/portforward pods/proxy", WRITE],
  [
    "core",
    "configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets " +
      "serviceaccounts services services/proxy",
    WRITE,
  ],
];

const ADMIN: readonly Row[] = [
  ...EDIT,
  ["authorization.k8s.io", "localsubjectaccessreviews", "create"],
  ["rbac.authorization.k8s.io", "rolebindings roles", `${READ} ${WRITE}`],
];

/** By the name behind `cluster-access-policy/`. */
export const POLICY_ROWS: ReadonlyMap<string, readonly Row[]> = new Map([
  ["AmazonEKSViewPolicy", VIEW],
  ["AmazonEKSEditPolicy", EDIT],
  ["AmazonEKSAdminPolicy", ADMIN],
  ["AmazonEKSAdminViewPolicy", [["*", "*", READ]]],
  [
    "AmazonEKSClusterAdminPolicy",
    [
      ["*", "*", "*"],
      ["", "", "*", "*"],
    ],
  ],
  ["AmazonEKSSecretReaderPolicy", [["core", "secrets", READ]]],
  ["AmazonEKSHybridPolicy", [["*", "nodes", "list"]]],
  [
    "AmazonARCRegionSwitchScalingPolicy",
    [
      ["*", "*/scale", "get update"],
      ["*", "*/status", "get"],
      ["autoscaling", "horizontalpodautoscalers", "get patch"],
    ],
  ],
]);

/** Named by AWS, their permissions told in words and not as rules. */
export const UNPUBLISHED: ReadonlySet<string> = new Set([
  "AmazonAIOpsAssistantPolicy",
  "AmazonEKSAutoNodePolicy",
  "AmazonEKSBlockStorageClusterPolicy",
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSClusterInsightsPolicy",
  "AmazonEKSComputeClusterPolicy",
  "AmazonEKSComputePolicy",
  "AmazonEKSLoadBalancingClusterPolicy",
  "AmazonEKSLoadBalancingPolicy",
  "AmazonEKSNetworkingClusterPolicy",
  "AmazonEKSNetworkingPolicy",
]);
