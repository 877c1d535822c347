import { readPrincipal } from "../../identity/principal";
import type { AwsAuthList, AwsAuthProblem } from "../../parse/aws-auth/aws-auth";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import { readList } from "../../parse/aws-auth/read-list";
import type { KnownConfiguration } from "../configuration/known-configuration";
import { BACK_ENDS_OF_MODE } from "../mapping/back-end-modes";
import type { MappedCaller } from "../mapping/mapped-caller";
import type { ClusterMappings } from "../mapping/open-configuration";
import { repairList } from "../remedies/aws-auth/repair-list";
import { droppedEntries } from "./dropped-entries";
import { entryMeant } from "./entry-meant";
import type { DenialFacts, NotMappedReason } from "./not-mapped-reason";
import { type WrittenList, writtenLists } from "./written-lists";

/** What the authenticator passes over in aws-auth, and may hold the caller's entry; nothing where the mode does not read it. */
export function listReasons(
  caller: MappedCaller,
  { mode }: ClusterMappings,
  { awsAuth }: KnownConfiguration,
  { awsAuthText = null }: DenialFacts,
): NotMappedReason[] {
  if (awsAuth === null || !BACK_ENDS_OF_MODE[mode].includes("EKSConfigMap")) return [];
  const lists = writtenLists(awsAuthText);
  return [
    ...lists.flatMap((list) => underOtherKey(caller, list)),
    ...lists.flatMap((list) => dropped(caller, list)),
    ...awsAuth.problems
      .filter(({ loses }) => loses === "list")
      .flatMap((lost) => unreadable(caller, lost, lists, awsAuthText)),
  ];
}

const IN_AWS_AUTH = { backEnd: "EKSConfigMap", accessEntry: null } as const;

function underOtherKey(
  caller: MappedCaller,
  { key, list, text, place, placeOf }: WrittenList,
): NotMappedReason[] {
  if (key === list) return [];
  const { entries, accounts } = readList(list, text, placeOf);
  const entry = entryMeant(caller, entries);
  if (entry === null && !accounts.includes(caller.accountId)) return [];
  const mistake = { kind: "key", written: key, list } as const;
  return [{ ...IN_AWS_AUTH, code: "list-key-misspelt", entry, place, mistake }];
}

function dropped(caller: MappedCaller, list: WrittenList): NotMappedReason[] {
  return droppedEntries(caller, list).map(({ entry, written }) => {
    const mistake = { kind: "field", written, list: entry.list } as const;
    return { ...IN_AWS_AUTH, code: "entry-dropped", entry, place: entry.place, mistake };
  });
}

/** Where the text is known, a list that does not name the caller at all is not the reason. */
function unreadable(
  caller: MappedCaller,
  { list, message, place }: AwsAuthProblem,
  lists: readonly WrittenList[],
  text: string | null,
): NotMappedReason[] {
  const written = lists.find(({ key }) => key === list);
  if (!mayName(caller, list, written)) return [];
  const mended = text === null ? null : repairList(text, { kind: "list", list });
  const entry = mended === null ? null : entryMeant(caller, readConfigMap(mended).awsAuth.entries);
  const mistake = { kind: "list", list, message, namesCaller: written !== undefined } as const;
  return [{ ...IN_AWS_AUTH, code: "list-unreadable", entry, place, mistake }];
}

/** Without the text a list may hold whom it is for. */
function mayName(caller: MappedCaller, list: AwsAuthList, written: WrittenList | undefined): boolean {
  const principal = readPrincipal(caller.canonicalArn);
  if (principal === null) return false;
  if (written === undefined) return list !== "mapUsers" || principal.type === "USER";
  const name = list === "mapAccounts" ? principal.accountId : principal.name;
  return written.text.toLowerCase().includes(name.toLowerCase());
}
