import { RequestRow } from "@/components/requests/request-row";
import { Card } from "@/components/ui/card";
import { formatCount } from "@/components/ui/format-count";
import type { TracedRequest } from "@/lib/domain/summarize/requests/request-page";
import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import { NotSeenLine } from "../not-seen-line";
import { OnwardLinks } from "../onward-links";
import { Verdict } from "../verdict";
import { didThisOnward } from "./did-this-links";
import { KeptCard } from "./kept-card";
import { LetInCard } from "./let-in-card";
import { MakersCard } from "./makers-card";
import { NearList } from "./near-list";

interface WhoDidThisScreenProps {
  readonly answer: WhoDidThis;
  readonly asked: WhoDidThisQuery;
  readonly params: URLSearchParams;
}

/** Who did it, the requests that show it, and what else there is where none is kept. */
export function WhoDidThisScreen({ answer, asked, params }: WhoDidThisScreenProps) {
  const { verdict, because, makers, rows, total, also, near } = answer;
  return (
    <>
      <Verdict parts={verdict} />
      <NotSeenLine because={because} />
      <NearList near={near} params={params} />
      {makers.length > 1 ? <MakersCard makers={makers} /> : null}
      <Rows
        title="The requests"
        aside={total > rows.length ? `the newest ${rows.length} of ${formatCount(total)}` : "newest first"}
        rows={rows}
      />
      <Rows title="What may have done it too" aside="deleted as a whole, without naming it" rows={also} />
      <LetInCard answer={answer} asked={asked} />
      <KeptCard answer={answer} />
      <OnwardLinks links={didThisOnward(answer, asked)} />
    </>
  );
}

interface RowsProps {
  readonly title: string;
  readonly aside: string;
  readonly rows: readonly TracedRequest[];
}

function Rows({ title, aside, rows }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} aside={aside}>
      <ul aria-label={title} className="grid">
        {rows.map((row) => (
          <RequestRow key={row.request.id} row={row} />
        ))}
      </ul>
    </Card>
  );
}
