/** What a person is told when something about a chart cannot be done. */
export const chartErrorSentences = {
  NoChart: "There is no chart here yet.",
  ChartAlreadyOpen: "This chart is open already.",
  NotGranted: "This chart is not shared with you, or no longer.",
  GrantNotFound: "The keys to this chart have not arrived; the patient can send them again.",
  CategoryNotGranted: "You may not add this kind of record to this chart.",
  GranteeHasNoKey: "This person has not set up Ownchart yet, so nothing can be shared with them.",
  ReaderHasNoKey: "This person has not set up Ownchart yet, so nothing can be sent to them.",
  OwnChart: "This is your own chart.",
  RecordNotStored: "The storage did not keep the record as it was sent; please try again.",
  RecordGone: "This record was erased, or its storage cannot be reached.",
  RecordNotErased: "The storage still has this record; please try again.",
  ArchiveLocked: "This archive is locked; its passphrase opens it.",
  NotAChart: "This holds no chart that Ownchart wrote.",
  ExportDamaged: "This copy of a chart is damaged or not whole, so nothing of it was added.",
  EpochPassed: "The keys of this chart have changed meanwhile; please try again.",
} as const;

export type ChartErrorName = keyof typeof chartErrorSentences;
