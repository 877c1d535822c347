import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import { SourceError } from "@/lib/ports/event-source";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { codeOf, toSourceError } from "@/lib/sources/aws/to-source-problem";
import type { Credentials } from "../aws-credentials";

export interface RoleToTake {
  readonly client: STSClient;
  readonly region: string;
  readonly roleArn: string;
  readonly externalId: string | null;
  readonly budget: RequestBudget;
  readonly signal: AbortSignal;
}

/** Credentials of a role, for an hour. Throws SourceError. */
export async function takeRole(role: RoleToTake): Promise<Credentials> {
  const { client, region, roleArn, externalId, budget, signal } = role;
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: "gatebook",
    ...(externalId === null ? {} : { ExternalId: externalId }),
  });
  try {
    const request = () => client.send(command, { abortSignal: signal });
    const { Credentials: issued } = await budget.send(request, { signal, urgency: "interactive" });
    return {
      accessKeyId: issued?.AccessKeyId ?? "",
      secretAccessKey: issued?.SecretAccessKey ?? "",
      ...(issued?.SessionToken === undefined ? {} : { sessionToken: issued.SessionToken }),
      ...(issued?.Expiration === undefined ? {} : { expiration: issued.Expiration }),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (codeOf(error) === "forbidden") throw refused(role, error);
    throw toSourceError(error, { what: `role ${roleArn}`, region, action: "sts:AssumeRole" });
  }
}

/** AWS says the same of a role that is not there, of one that trusts others, and of a wrong external id. */
function refused({ roleArn, externalId }: RoleToTake, cause: unknown): SourceError {
  const asks =
    externalId === null
      ? "and does not ask for an external id"
      : "and asks for the external id of the config";
  return new SourceError(
    {
      code: "forbidden",
      message: `Cannot take the role ${roleArn}: AWS refused it.`,
      remedy: `Check that there is such a role, that sts:AssumeRole on it is allowed here, and that its trust policy names the identity Gatebook runs as ${asks}. Both policies:`,
      command: "npx gatebook config policy",
      permission: "sts:AssumeRole",
    },
    cause,
  );
}
