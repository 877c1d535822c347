import type { Remedy } from "../reasons/reason";
import { accessEntryForms } from "./access-entry";
import { awsAuthForms } from "./aws-auth-entry";
import {
  clientClock,
  clusterRolePolicy,
  freshToken,
  newCredentials,
  regionalEndpoint,
  updateKubeconfig,
} from "./client-forms";
import { type PrincipalAtCluster, type RemedyValues, toRemedyValues } from "./principal-at-cluster";
import type { RemedyForm } from "./remedy-form";

const FORMS: Readonly<Record<Remedy, (values: RemedyValues) => RemedyForm[]>> = {
  "access-entry": accessEntryForms,
  "aws-auth-entry": awsAuthForms,
  "update-kubeconfig": (values) => [updateKubeconfig(values)],
  "new-credentials": (values) => [newCredentials(values)],
  "fresh-token": (values) => [freshToken(values)],
  "regional-endpoint": (values) => [regionalEndpoint(values)],
  "cluster-role-policy": (values) => [clusterRolePolicy(values)],
  "client-clock": (values) => [clientClock(values)],
};

/** A remedy with the values of one principal and cluster; words in capitals stand for what is not known. */
export function formsOfRemedy(remedy: Remedy, who: PrincipalAtCluster): RemedyForm[] {
  return FORMS[remedy](toRemedyValues(who));
}
