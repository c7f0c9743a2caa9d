import { inLocale } from "./inLocale.ts";

/** For those who work for a hospital: in the frame, and before there is anything. */
export const worksForWords = inLocale({
  staff: "Staff",
  batch: "Add many",
  addFor: (hospital: string) => `Add for ${hospital}`,
  addForSome: "Add for a hospital",
  start: "I work for a hospital",
  startLead: "If you only add records for a hospital, you need no chart of your own. Publish a key instead.",
  starting: "Publishing your key",
  waiting:
    "Your key is published. Give your hospital’s desk your address; once it has appointed you, this page goes on by itself.",
  address: "Your address",
});
