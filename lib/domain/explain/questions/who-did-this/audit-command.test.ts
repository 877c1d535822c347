import { expect, it } from "vitest";
import { auditCommand, type AuditSearch } from "./audit-command";
import { toAuditWords } from "./audit-words";

const SEARCH: AuditSearch = {
  ...{ cluster: "prod", region: "eu-west-1", words: toAuditWords("delete", "ns") },
  ...{ namespace: null, name: "shop", username: null, range: { from: 1_000.5, to: 2_000 } },
};

it("asks the audit log for what is looked for, and nothing else", () => {
  expect(auditCommand(SEARCH)).toBe(
    `aws logs filter-log-events --region eu-west-1 --log-group-name /aws/eks/prod/cluster --log-stream-name-prefix kube-apiserver-audit- --start-time 1000 --end-time 2000 --filter-pattern '{ ($.stage = "ResponseComplete") && (($.verb = "delete") || ($.verb = "deletecollection")) && (($.objectRef.resource = "namespaces")) && (($.objectRef.name = "shop")) }'`,
  );
});

it.each(['a" || "', "a*", "a\\", "a\nb", "-x"])("makes no command of a name such as %j", (name) => {
  expect(auditCommand({ ...SEARCH, name })).toBeNull();
});
