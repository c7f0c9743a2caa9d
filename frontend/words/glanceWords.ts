import { common } from "./common.ts";
import { inLocale } from "./inLocale.ts";

/** What matters of a chart now, on one page. */
export const glanceWords = inLocale({
  title: "At a glance",
  lead: "What holds now, from the newest record about each. Open one to see the record that it is from.",
  leadOf: (name: string) => `What holds now in the chart of ${name}, from the newest record about each.`,
  leadPart: "It can only tell what was shared with you.",
  print: "Print",
  printed: (name: string, day: string) =>
    `${name}, as of ${day}. Whoever needs to be sure looks at the records themselves.`,
  loading: "Opening the chart",
  kinds: { allergies: "Allergies", problems: "Problems", medicines: "Medicines", vaccinations: "Vaccinations" },
  none: {
    allergies: "No record tells of an allergy. That does not mean that there is none.",
    problems: "No record tells of a problem that goes on.",
    medicines: "No record tells of a medicine that is taken now.",
    vaccinations: "No record tells of a vaccination.",
  },
  nothingYet: "Not all records have been looked through yet.",
  more: (number: number) => `Show ${common.count(number, "more", "more")}`,
  fact: (label: string, value: string) => `${label}: ${value}`,
});
