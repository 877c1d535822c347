import type { RemedyValues } from "./principal-at-cluster";
import type { RemedyForm } from "./remedy-form";

const GRANTS = "What every access entry of the cluster gives: look through them first.";
const NOTE = "There is no way back to CONFIG_MAP. aws-auth goes on counting where no access entry does.";

/** Lets a cluster take access entries. Source: EKS User Guide, "Change authentication mode to use access entries". */
export function authenticationModeForms({ cluster, region }: RemedyValues): RemedyForm[] {
  const form = (kind: RemedyForm["form"], text: string) => ({ form: kind, text, grants: GRANTS, note: NOTE });
  return [
    form(
      "AWS CLI",
      `aws eks update-cluster-config --name ${cluster} --region ${region} --access-config authenticationMode=API_AND_CONFIG_MAP`,
    ),
    form(
      "eksctl",
      `eksctl utils update-authentication-mode --cluster ${cluster} --region ${region} --authentication-mode API_AND_CONFIG_MAP`,
    ),
    form(
      "Terraform",
      `# within resource "aws_eks_cluster"\naccess_config {\n  authentication_mode = "API_AND_CONFIG_MAP"\n}`,
    ),
  ];
}
