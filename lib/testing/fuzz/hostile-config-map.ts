import type { Dice } from "./dice";
import { mutate } from "./hostile-text";

const PIECES = [
  ..."-:[]{}|>&*!%@`'\"#,?\n\n \t~",
  "\n  ",
  "\n    - ",
  "- rolearn: arn:aws:iam::111122223333:role/Dev\n  ",
  "username: {{SessionName}}\n",
  "groups:\n  - system:masters\n",
  "<<: *a",
  "&a",
  "mapRoles: |\n",
  "data:\n",
  "kind: ConfigMap\n",
  "metadata:\n  name: aws-auth\n",
  "yes",
  "0x1F",
  "1_000",
  "!!str 1",
  "__proto__: ",
  "\u0000",
  "\u202e",
  "\uD800",
  "---\n",
  "%YAML 1.2\n",
] as const;

const MANIFEST = `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/Dev
      username: dev:{{SessionName}}
      groups: [dev]
  mapUsers: "- userarn: arn:aws:iam::111122223333:user/bo\\n  username: bo\\n"
  mapAccounts: '["012345678901"]'
`;

/** A text that may be aws-auth or one of its lists: put together from pieces, or a whole one damaged. */
export function hostileConfigMap(dice: Dice): string {
  return dice.below(4) === 0 ? mutate(dice, MANIFEST) : piecedTogether(dice);
}

function piecedTogether({ below, pick }: Dice): string {
  const begin = below(2) === 0 ? "- rolearn: arn:aws:iam::111122223333:role/Dev\n  username: x\n" : "";
  const [first, ...more] = PIECES;
  return begin + Array.from({ length: below(below(30) + 1) }, () => pick([first ?? "", ...more])).join("");
}
