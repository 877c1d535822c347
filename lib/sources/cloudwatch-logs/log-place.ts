import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Clock } from "@/lib/ports/clock";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { QuotaApi, RequestBudget } from "@/lib/ports/request-budget";

/** The streams of one log group that a source reads, and the means to read them. */
export interface LogPlace {
  readonly client: CloudWatchLogsClient;
  readonly clock: Clock;
  /** Of this account and Region. */
  readonly budgetOf: (api: QuotaApi) => RequestBudget;
  readonly group: string;
  readonly streamPrefix: string;
  /** Which lines; null = all. */
  readonly only: LineFilter | null;
}

/** One choice of lines, in each of CloudWatch's two languages. */
export interface LineFilter {
  /** FilterLogEvents' `filterPattern`. */
  readonly pattern: string;
  /** Conditions of a Logs Insights query; all must hold. */
  readonly conditions: readonly string[];
}

/** What one request or query gave. */
export interface LogPage {
  readonly records: readonly SourceRecord[];
  readonly cursor: string | null;
  readonly complete: { readonly from: number; readonly to: number } | null;
  /** Whether this page, or one of the range before it, has lines. */
  readonly found: boolean;
  readonly notice?: SourceProblem;
}

/** The same line from the API, a query, or a file: the CLI's output ends lines where the API's messages may too. */
export function withoutLineEnd(message: string): string {
  return message.endsWith("\n") ? message.slice(0, -1) : message;
}
