import type { Entrance } from "@/lib/domain/summarize/questions/entrances/entrance";
import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";

type Told = Partial<Omit<Entrance, "caller">> & {
  readonly arn: string;
  readonly session: string;
  readonly username: string;
};

/** Somebody who came once, as a session of a role, or as a user where the session is "". */
export function anEntrance({ arn, session, ...rest }: Told): Entrance {
  const caller = callerOfArn(arn, session);
  if (caller === null) throw new Error(`${arn} is no principal`);
  return {
    ...{ stretch: 0, class: "person", origin: null, caller, sessionNames: session === "" ? [] : [session] },
    ...{ groups: [], attempts: 1, firstMs: 0, lastMs: 0, attemptId: "0" },
    ...rest,
  };
}
