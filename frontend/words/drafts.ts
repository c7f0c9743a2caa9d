/** What somebody had begun when the page was closed. */
export const drafts = {
  title: "You had begun something here",
  goOn: "Go on with it",
  throwAway: "Throw it away",
  looking: "Looking for what you had begun",
  share: (name: string) => `You were about to share your chart with ${name}. Nothing was shared.`,
  shareNobody: "You were about to share your chart. Nothing was shared.",
  add: (files: string) => `You were about to add ${files}. Nothing was added.`,
  ask: "You were about to ask for access. Nobody was asked.",
  licence: "You were writing to a licensing board. Nothing was sent.",
  kept: "It was kept on this device, sealed, so that only your unlocked vault can open it. After a week it is thrown away.",
  leftOut: (files: string) => `Too large to be kept here; please choose again: ${files}.`,
};
