import { common } from "./common.ts";
import { inLocale } from "./inLocale.ts";

/** A chart that was taken along, read back into one's own. */
export const broughtWords = inLocale({
  locked: "This is a locked archive of a chart. Its passphrase opens it, on this device.",
  passphrase: "Its passphrase",
  open: "Open the archive",
  author:
    "These records come from a chart that was downloaded. They will stand in your chart as added by you, since nobody else signs for them here. An archive still says who added them before, so keep it.",
  there: (there: number, all: number) =>
    there === all
      ? "All of them are in your chart already, so nothing is left to add."
      : `${common.count(there, "record is", "records are")} in your chart already, and left out.`,
  wasDisputed: (titles: string[]) =>
    `You had disputed ${titles.map((title) => `“${title}”`).join(", ")}. Here nobody will see that: leave out what is wrong.`,
  stays: (records: number) => `${common.count(records, "record stays", "records stay")} behind`,
  staysBehind: (title: string | undefined, why: "superseded" | "entered-in-error" | "missing" | "unknown-kind") =>
    `${title ?? "A record"}: ${reasons[why]}`,
});

const reasons = {
  superseded: "a newer version took its place",
  "entered-in-error": "it was entered in error",
  missing: "it was missing already when the file was made",
  "unknown-kind": "it is of a kind that this version of Ownchart does not know",
};
