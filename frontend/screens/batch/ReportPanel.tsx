import type { BatchOutcome, BatchReport, BatchRow } from "../../keeper/batch/AddsInBatches.ts";
import { csvOf } from "../../batch/reportCsv.ts";
import { Button } from "../../ui/Button.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { momentText } from "../../ui/dayText.ts";
import { errorSentence } from "../../ui/errorSentence.ts";
import { saveFile } from "../../viewer/saveFile.ts";
import { batchWords } from "../../words/batchWords.ts";

type ReportPanelProps = { report: BatchReport; onMore: () => void; onThrowAway: () => void };

/** What became of every file, kept sealed on this device until somebody throws it away. */
export function ReportPanel({ report, onMore, onThrowAway }: ReportPanelProps) {
  const { at, rows } = report;
  const { report: told } = batchWords;
  const count = (outcome: BatchOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const failed = rows.filter(({ outcome }) => outcome === "failed");
  const outcomes = Object.keys(told.outcome) as BatchOutcome[];
  return (
    <TitledPanel title={told.title} lead={told.at(momentText(at / 1000))}>
      <div role="status">
        <ul className="flex flex-col gap-1">
          {outcomes
            .filter((outcome) => count(outcome) > 0)
            .map((outcome) => (
              <li key={outcome} className={outcome === "added" ? "font-semibold" : ""}>
                {told.outcome[outcome](count(outcome))}
              </li>
            ))}
        </ul>
      </div>
      {count("failed") + count("stopped") > 0 && <p className="pt-3">{told.goOn}</p>}
      {failed.length > 0 && (
        <>
          <h3 className="pt-4 pb-1 font-semibold">{told.failures}</h3>
          <ul className="flex max-h-80 flex-col gap-1 overflow-y-auto text-small">
            {failed.map((row) => (
              <li key={`${row.subject}/${row.path}`}>{told.failure(row.path, row.name ?? "", whyText(row))}</li>
            ))}
          </ul>
        </>
      )}
      <div className="flex flex-wrap gap-3 pt-5">
        <Button kind="main" onClick={onMore}>
          {told.more}
        </Button>
        <Button onClick={() => saveReport(report)}>{told.download}</Button>
        <Button kind="quiet" onClick={onThrowAway}>
          {told.throwAway}
        </Button>
      </div>
      <p className="pt-3 text-small text-quiet">{told.warning}</p>
    </TitledPanel>
  );
}

function whyText({ outcome, why }: BatchRow): string {
  if (why === undefined) return "";
  const problem = (batchWords.problems as Record<string, string>)[why];
  return outcome === "failed" || problem === undefined ? errorSentence({ name: why }) : problem;
}

function saveReport({ at, rows }: BatchReport): void {
  const { headings, outcomes, fileName } = batchWords.report;
  const lines = rows.map((row) => [
    row.path,
    row.name ?? "",
    row.subject ?? "",
    outcomes[row.outcome],
    String(row.records),
    whyText(row),
  ]);
  saveFile({ name: fileName(new Date(at).toISOString().slice(0, 10)), content: csvOf([headings, ...lines]) });
}
