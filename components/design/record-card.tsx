import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CommandLine } from "@/components/ui/command-line";
import { JsonBlock } from "@/components/ui/json-block";

const RECORD = '{"eventName":"GetCallerIdentity","userIdentity":{"accountId":"111122223333"},"list":[1,2]}';

/** Records, commands and code, to read and to copy. */
export function RecordCard() {
  return (
    <Card title="Records and commands">
      <CommandLine command="aws sts get-caller-identity --region eu-west-1" />
      <CodeBlock text={"first line\n  second line"} />
      <div className="mt-2">
        <JsonBlock json={RECORD} />
      </div>
    </Card>
  );
}
