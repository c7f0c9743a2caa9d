import { inLocale } from "./inLocale.ts";

/** A record that was corrected, and what it was before. */
export const versionWords = inLocale({
  label: "Versions of this record",
  replaced: (moment: string) =>
    `This was replaced on ${moment}. It stays readable, since somebody may have acted on it.`,
  replacedUnseen:
    "This was replaced by a newer version, which is under a part of the chart that is not shared with you.",
  corrects: (moment: string) => `This takes the place of a version that was added on ${moment}.`,
  correctsUnseen: "This takes the place of an earlier version that cannot be shown here.",
  earlier: "Earlier version",
  newer: "Newer version",
});
