import { Card } from "@/components/ui/card";
import {
  type ClusterGlance,
  NEWCOMER_KINDS,
  type NewcomerKind,
  type Overview,
} from "@/lib/domain/summarize/overview/overview";
import { formatMinute } from "@/lib/domain/time/format-time";
import { ChangeNews } from "./change-news";
import { NewcomerList } from "./newcomer-list";
import { ReasonNews } from "./reason-news";

const TITLES: Readonly<Record<NewcomerKind, string>> = {
  person: "People seen for the first time",
  role: "IAM roles and users seen for the first time",
  username: "Kubernetes usernames seen for the first time",
  group: "Kubernetes groups seen for the first time",
};

const NONE_OF: Readonly<Record<NewcomerKind, string>> = {
  person: "people",
  role: "IAM roles",
  username: "Kubernetes usernames",
  group: "Kubernetes groups",
};

/** What was not there before the window, compared with what was read; each leads on. */
export function NewsCard({ overview }: { overview: Overview }) {
  const { news, range } = overview;
  const ofKind = (kind: NewcomerKind) => news.first.filter((one) => one.kind === kind);
  return (
    <Card title={`New since ${formatMinute(range.from)}`} aside={sinceWords(overview)}>
      <div className="gap-x-6 md:columns-2 xl:columns-3">
        <ChangeNews changes={news.changes} />
        <ReasonNews reasons={news.reasons} range={range} />
        <NewcomerList title="People at clusters new to them" newcomers={news.reached} range={range} />
        {NEWCOMER_KINDS.map((kind) => (
          <NewcomerList key={kind} title={TITLES[kind]} newcomers={ofKind(kind)} range={range} />
        ))}
      </div>
      <NothingNew news={news} />
    </Card>
  );
}

/** What there is nothing new of, in one sentence. */
function NothingNew({ news }: { news: Overview["news"] }) {
  const isNone = (kind: NewcomerKind) => !news.first.some((one) => one.kind === kind);
  const seen = news.sinceMs === null ? [] : NEWCOMER_KINDS.filter(isNone).map((kind) => NONE_OF[kind]);
  const none = [
    ...(news.changes.length === 0 ? ["changes of who may come in that are known"] : []),
    ...(news.reasons.length === 0 && news.sinceMs !== null ? ["reasons of denial"] : []),
    ...seen,
  ];
  return none.length === 0 ? null : <p className="text-ink-2">No new {none.join(", ")}.</p>;
}

/** First seen is honest only with respect to what was read. */
function sinceWords({ news: { sinceMs, clustersWithoutPast }, clusters }: Overview): string {
  if (sinceMs === null)
    return "Nothing older than this was read: nobody can be called new yet. Changes are told all the same.";
  const reading = clusters.some(isStillRead) ? " Older records are still being read." : "";
  const without =
    clustersWithoutPast.length === 0
      ? ""
      : ` Not told of ${clustersWithoutPast.length === 1 ? "one cluster" : `${clustersWithoutPast.length} clusters`} of which nothing older was read.`;
  return `Compared with all that was read since ${formatMinute(sinceMs)}.${without}${reading}`;
}

function isStillRead({ summary }: ClusterGlance): boolean {
  return summary.state === "reading" || summary.state === "waiting";
}
