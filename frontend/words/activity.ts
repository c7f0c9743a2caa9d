export const activity = {
  title: "Activity",
  lead: "Each time somebody received the key to a record, the gateway wrote it down before the key left. The list is held against the chain.",
  none: "Nobody has received a key to your chart yet.",
  loading: "Reading the log, and holding it against the chain",
  line: (who: string, number: number) =>
    `${who} received the ${number === 1 ? "key to one record" : `keys to ${number} records`}`,
  anchored: "Fixed on the chain: it can no longer be changed",
  young: "Not yet fixed on the chain; that happens within the hour",
};
