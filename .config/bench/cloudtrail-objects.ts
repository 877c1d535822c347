/** The text of one S3 object of CloudTrail, much larger than most: STS events as AWS writes them. Same every time. */
export function createCloudTrailObject(recordCount: number): string {
  const records = Array.from({ length: recordCount }, (_, i) =>
    i % 3 === 2 ? assumeRoleAt(i) : callerIdentityAt(i),
  );
  return JSON.stringify({ Records: records });
}

function callerIdentityAt(i: number): object {
  return {
    ...headOf(i, assumedRoleOf(i), "GetCallerIdentity"),
    sourceIPAddress: `198.51.100.${i % 250}`,
    userAgent: "Go-http-client/1.1",
    requestParameters: null,
    responseElements: null,
    ...tailOf(i),
  };
}

function assumeRoleAt(i: number): object {
  const role = `arn:aws:iam::111122223333:role/team-${i % 50}`;
  return {
    ...headOf(i, assumedRoleOf(i + 1), "AssumeRole"),
    sourceIPAddress: `203.0.113.${i % 250}`,
    userAgent:
      "aws-cli/2.17.0 md/awscrt#1.0.0 ua/2.0 os/linux#6.1 md/arch#x86_64 lang/python#3.12 cfg/retry-mode#standard",
    requestParameters: {
      roleArn: role,
      roleSessionName: `person${i % 977}@example.com`,
      durationSeconds: 3600,
    },
    responseElements: {
      credentials: {
        accessKeyId: keyOf(i),
        sessionToken: "IQoJb3JpZ2luX2VjEXAMPLE".repeat(20),
        expiration: "Jan 2, 2026, 4:04:05 AM",
      },
      assumedRoleUser: {
        assumedRoleId: `${uniqueIdOf(i)}:person${i % 977}@example.com`,
        arn: `arn:aws:sts::111122223333:assumed-role/team-${i % 50}/person${i % 977}@example.com`,
      },
    },
    ...tailOf(i),
    resources: [{ accountId: "111122223333", type: "AWS::IAM::Role", ARN: role }],
  };
}

const padded = (i: number) => (i % 977).toString(36).toUpperCase().padStart(9, "0");
const uniqueIdOf = (i: number) => `AROAEXAMPLE${padded(i)}`;
const keyOf = (i: number) => `ASIAEXAMPLE${padded(i)}`;
const idOf = (i: number) => `${i.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
const timeOf = (i: number) => `${new Date(Date.UTC(2026, 0, 2) + i * 400).toISOString().slice(0, 19)}Z`;

function headOf(i: number, userIdentity: object, eventName: string): object {
  return {
    eventVersion: "1.08",
    userIdentity,
    eventTime: timeOf(i),
    eventSource: "sts.amazonaws.com",
    eventName,
    awsRegion: "eu-west-1",
  };
}

function assumedRoleOf(i: number): object {
  const issuer = `arn:aws:iam::111122223333:role/team-${i % 50}`;
  return {
    type: "AssumedRole",
    principalId: `${uniqueIdOf(i)}:person${i % 977}@example.com`,
    arn: `arn:aws:sts::111122223333:assumed-role/team-${i % 50}/person${i % 977}@example.com`,
    accountId: "111122223333",
    accessKeyId: keyOf(i),
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: uniqueIdOf(i),
        arn: issuer,
        accountId: "111122223333",
        userName: `team-${i % 50}`,
      },
      attributes: { creationDate: timeOf(i - (i % 100)), mfaAuthenticated: "false" },
    },
  };
}

function tailOf(i: number): object {
  const extended = btoa(`1:eu-west-1:S:${Date.UTC(2026, 0, 2) + i * 400}:R:EXAMPLE`);
  return {
    additionalEventData: {
      ExtendedRequestId: extended,
      RequestDetails: { awsServingRegion: "eu-west-1", endpointType: "regional" },
    },
    requestID: idOf(i + 1),
    eventID: idOf(i),
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "111122223333",
    eventCategory: "Management",
    tlsDetails: {
      tlsVersion: "TLSv1.3",
      cipherSuite: "TLS_AES_128_GCM_SHA256",
      clientProvidedHostHeader: "sts.eu-west-1.amazonaws.com",
    },
  };
}
