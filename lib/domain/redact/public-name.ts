/** Words that name nobody and no place: Kubernetes', AWS's, and those that everybody uses. In lower case. */
const PUBLIC: ReadonlySet<string> = new Set(
  `system masters nodes bootstrappers authenticated unauthenticated anonymous serviceaccount serviceaccounts node
   kube-system kube-public kube-node-lease default aws-auth cluster-admin admin edit view root user role session eks aws
   eks-auth kubernetes kubernetes-admin kube-proxy kube-scheduler kube-controller-manager aws-node coredns apiserver
   node-manager node-bootstrapper addon-manager addon-cluster-admin fargate-manager fargate-scheduler
   certificate-controller cluster-bootstrap cluster-event-watcher cloud-controller-manager pod-identity-mutating-webhook
   aws-iam-authenticator administrative arn iam sts aws-cn aws-us-gov assumed-role federated-user
   assumed-role-identity-center aws-reserved aws-service-role oidc-provider saml-provider access-entry
   log-group log-stream instance instance-profile policy group cluster nodegroup profile trust-anchor
   repo repository ref refs heads tags main master pull_request environment branch project_path ref_type organization
   project workspace run_phase apply plan pipeline commit step org github gitlab githubactions eksgettokenauth
   token.actions.githubusercontent.com gitlab.com agent.buildkite.com app.terraform.io id all none unknown
   heptio-authenticator-aws the and for not with from that this was were are has have had can may got out who what when
   why how any its his her them they only into over than then there here been does did done yes access entry key token
   line log event names granted denied error identity mapped groups
   accountid accountidraw sessionname sessionnameraw ec2privatednsname username`.split(/\s+/),
);

const REGION = /^[a-z]{2,4}(-[a-z]{2,12}){1,2}-\d$/;
/** Of AWS's own roles. */
const SERVICE_ROLE = /^AWSServiceRole[A-Za-z0-9_]{1,64}$/;
/** AWS's own host names and those of its services in CloudTrail. */
const AWS_HOST = /\.(amazonaws\.com(\.cn)?|internal)$/;

/** Whether a word tells nothing about those who share it: it may stay at R2. */
export function isPublicName(word: string): boolean {
  const lower = word.toLowerCase();
  return PUBLIC.has(lower) || REGION.test(lower) || SERVICE_ROLE.test(word) || isAwsHost(lower);
}

/** `sts.eu-west-1.amazonaws.com`; no e-mail address, and nobody's bucket. */
function isAwsHost(host: string): boolean {
  return AWS_HOST.test(host) && !host.includes("@") && !/\d{4}|^ip-/.test(host);
}
