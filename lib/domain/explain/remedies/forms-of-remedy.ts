import type { Remedy } from "../reasons/reason";
import {
  accessEntryForms,
  recreateForms,
  replaceForms,
  updateForms,
} from "./access-entry/access-entry-forms";
import { authenticationModeForms } from "./authentication-mode";
import {
  arnSample,
  correctionForms,
  fieldSample,
  keySample,
  listSample,
  usernameSample,
} from "./aws-auth/correction-forms";
import { newEntryForms } from "./aws-auth/new-entry-forms";
import {
  clientClock,
  clusterRolePolicy,
  freshToken,
  newCredentials,
  regionalEndpoint,
  updateKubeconfig,
} from "./client-forms";
import { type Meant, NOTHING_MEANT } from "./meant";
import { type PrincipalAtCluster, type RemedyValues, toRemedyValues } from "./principal-at-cluster";
import type { RemedyForm } from "./remedy-form";

const FORMS: Readonly<Record<Remedy, (values: RemedyValues, meant: Meant) => RemedyForm[]>> = {
  "access-entry": accessEntryForms,
  "recreate-access-entry": recreateForms,
  "replace-access-entry": replaceForms,
  "update-access-entry": updateForms,
  "authentication-mode": authenticationModeForms,
  "aws-auth-entry": newEntryForms,
  "aws-auth-arn": correctionForms(arnSample),
  "aws-auth-username": correctionForms(usernameSample),
  "aws-auth-field": correctionForms(fieldSample),
  "aws-auth-key": correctionForms(keySample),
  "aws-auth-list": correctionForms(listSample),
  "update-kubeconfig": (values) => [updateKubeconfig(values)],
  "new-credentials": (values) => [newCredentials(values)],
  "fresh-token": (values) => [freshToken(values)],
  "regional-endpoint": (values) => [regionalEndpoint(values)],
  "cluster-role-policy": (values) => [clusterRolePolicy(values)],
  "client-clock": (values) => [clientClock(values)],
};

/**
 * A remedy with the values of one principal and cluster, and with what the cluster's configuration says that it has to write;
 * words in capitals stand for what is not known.
 */
export function formsOfRemedy(
  remedy: Remedy,
  who: PrincipalAtCluster,
  meant: Meant = NOTHING_MEANT,
): RemedyForm[] {
  return FORMS[remedy](toRemedyValues(who), meant);
}
