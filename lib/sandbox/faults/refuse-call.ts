import { AwsError } from "../wire/aws-error";
import { REFUSALS, type CallFaultKind, type Refusal } from "./fault-plan";
import type { StruckCall } from "./strike-calls";

/** The error a struck call is answered with; null = the call is worked on. */
export function refusalOf(kind: CallFaultKind | null, call: StruckCall): AwsError | null {
  const isRefusal = (REFUSALS as readonly (string | null)[]).includes(kind);
  return isRefusal ? toError(kind as Refusal, call) : null;
}

/** The names are those of each protocol (facts: AWS §1.1, stack §9). */
function toError(kind: Refusal, { action, accountId }: StruckCall): AwsError {
  const service = action.split(":")[0] ?? "";
  const isQuery = service === "sts";
  const status = isQuery || service === "eks" ? 403 : 400;
  const name = (ofQuery: string, ofJson: string) => (isQuery ? ofQuery : ofJson);
  switch (kind) {
    case "throttled":
      return new AwsError(name("Throttling", "ThrottlingException"), "Rate exceeded");
    case "internal-error":
      return new AwsError("InternalFailure", "An internal error occurred.", 500);
    case "expired-credentials":
      return new AwsError(
        name("ExpiredToken", "ExpiredTokenException"),
        "The security token included in the request is expired",
        status,
      );
    case "denied": {
      const who = `arn:aws:iam::${accountId}:user/gatebook`;
      const why = `because no identity-based policy allows the ${action} action`;
      const said = `User: ${who} is not authorized to perform: ${action} ${why}`;
      return new AwsError(name("AccessDenied", "AccessDeniedException"), said, status);
    }
    case "absent":
      return new AwsError(
        "ResourceNotFoundException",
        "The specified resource does not exist.",
        service === "eks" ? 404 : 400,
      );
    case "disabled-region":
      return new AwsError(
        name("InvalidClientTokenId", "UnrecognizedClientException"),
        "The security token included in the request is invalid.",
        status,
      );
    case "expired-page-token":
      return service === "cloudtrail"
        ? new AwsError("InvalidNextTokenException", "The token is not valid for this request.")
        : new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
  }
}
