import type { AwsError } from "./aws-error";
import type { Asked, Protocol } from "./protocols";
import type { XmlMembers } from "./sts/operations";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The connection is cut in the middle of it, or nothing is sent at all. Absent = sent whole. */
  readonly end?: "cut" | "silence";
}

const STS_NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

export function successAnswer(asked: Asked, result: unknown, requestId: string): Answer {
  if (asked.protocol === "rest-xml") return objectAnswer(result as string | Buffer, requestId);
  if (asked.protocol !== "query") return jsonAnswer(asked.protocol, 200, { requestId, body: result });
  const { action } = asked;
  const inner = `<${action}Result>${xml(result as XmlMembers)}</${action}Result>`;
  const meta = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return xmlAnswer(
    200,
    requestId,
    `<${action}Response xmlns="${STS_NAMESPACE}">${inner}${meta}</${action}Response>`,
  );
}

/** JSON 1.1 names the error in `__type`, REST-JSON in `x-amzn-errortype`, query in XML (facts: stack §9). */
export function errorAnswer(protocol: Protocol, error: AwsError, requestId: string): Answer {
  if (protocol === "rest-xml") {
    const inner = xml({ Code: error.name, Message: error.message, RequestId: requestId });
    return xmlAnswer(
      error.status,
      requestId,
      `<?xml version="1.0" encoding="UTF-8"?><Error>${inner}</Error>`,
    );
  }
  if (protocol === "query") {
    const inner = xml({
      Type: error.status < 500 ? "Sender" : "Receiver",
      Code: error.name,
      Message: error.message,
    });
    const text = `<ErrorResponse xmlns="${STS_NAMESPACE}"><Error>${inner}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    return xmlAnswer(error.status, requestId, text);
  }
  const rest = protocol === "rest-json";
  const body = rest
    ? { message: error.message }
    : { __type: error.name, message: error.message, ...error.members };
  const answer = jsonAnswer(protocol, error.status, { requestId, body });
  return rest ? { ...answer, headers: { ...answer.headers, "x-amzn-errortype": error.name } } : answer;
}

function jsonAnswer(
  protocol: Protocol,
  status: number,
  content: { requestId: string; body: unknown },
): Answer {
  const type = protocol === "rest-json" ? "application/json" : "application/x-amz-json-1.1";
  const headers = { "content-type": type, "x-amzn-requestid": content.requestId };
  return { status, headers, body: JSON.stringify(content.body) };
}

/** A listing as XML, or an object's bytes. */
function objectAnswer(result: string | Buffer, requestId: string): Answer {
  if (typeof result === "string") return xmlAnswer(200, requestId, result);
  const headers = { "content-type": "application/json", "x-amz-request-id": requestId };
  return { status: 200, headers, body: result };
}

function xmlAnswer(status: number, requestId: string, body: string): Answer {
  return { status, headers: { "content-type": "text/xml", "x-amzn-requestid": requestId }, body };
}

function xml(members: XmlMembers): string {
  return Object.entries(members)
    .map(([name, value]) => `<${name}>${typeof value === "string" ? escapeXml(value) : xml(value)}</${name}>`)
    .join("");
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
