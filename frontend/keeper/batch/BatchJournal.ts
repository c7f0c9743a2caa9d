import type { Address, Hex } from "viem";

/** What is known of one file on its way into one chart. */
export type JournalEntry = {
  /** Of each record that was chosen. */
  capsules: Hex[];
  /** Under whose keys they are sealed. */
  epoch: number;
  /** The last second in which something signed for them could still come, in Unix seconds; 0 while nothing was signed. */
  mayComeUntil: number;
  isDone: boolean;
};

export type BatchJournal = {
  read(place: JournalPlace): Promise<JournalEntry | undefined>;
  write(place: JournalPlace, entry: JournalEntry): Promise<void>;
};

export type JournalPlace = { hospital: Address; subject: Address; content: string };

/** One sealed note a file: so each costs the same, however many there are. */
export function journalForm({ hospital, subject, content }: JournalPlace): string {
  return `batch/${hospital}/${subject}/${content}`.toLowerCase();
}
