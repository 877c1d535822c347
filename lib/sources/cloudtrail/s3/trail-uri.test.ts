import { expect, it } from "vitest";
import { parseTrailUri } from "./trail-uri";

it.each([
  ["s3://example-trail", "example-trail", "AWSLogs/"],
  ["s3://example-trail/", "example-trail", "AWSLogs/"],
  ["s3://example-trail/AWSLogs/", "example-trail", "AWSLogs/"],
  ["s3://example-trail/AWSLogs/111122223333/CloudTrail/eu-west-1", "example-trail", "AWSLogs/"],
  ["s3://example-trail/audit", "example-trail", "audit/AWSLogs/"],
  ["s3://example-trail/audit/AWSLogs/o-exampleorg1/", "example-trail", "audit/AWSLogs/o-exampleorg1/"],
  ["s3://example-trail/notAWSLogs/x", "example-trail", "notAWSLogs/x/AWSLogs/"],
])("%s is %s and %s", (uri, bucket, prefix) => {
  expect(parseTrailUri(uri)).toEqual({ bucket, prefix });
});

it.each(["", "s3://", "s3://A", "https://example-trail.s3.amazonaws.com/", "example-trail"])(
  "%j is none",
  (uri) => {
    expect(parseTrailUri(uri)).toBeNull();
  },
);
