import { words } from "../words/words.ts";
import type { AnnouncedBatch } from "./announcedMessages.ts";
import type { Card } from "./Card.ts";
import { nameOf } from "./names.ts";

/** One card for the messages of a batch, of which there is one for each chart. */
export function batchCard({ charts, hospital, doesWalletAsk }: AnnouncedBatch): Card {
  const { title, sentences, walletAsks, action, records } = words.transactions.batch;
  const all = charts.reduce((sum, chart) => sum + chart.records, 0);
  return {
    title: title(all, charts.length),
    sentences: [...sentences(charts.length, nameOf(hospital)), ...(doesWalletAsk ? [walletAsks(charts.length)] : [])],
    action,
    fields: charts.map((chart) => ({ name: chart.name, value: records(chart.records) })),
  };
}
