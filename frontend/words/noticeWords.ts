import { common } from "./common.ts";
import { inLocale } from "./inLocale.ts";

/** What somebody should know without looking for it. */
export const noticeWords = inLocale({
  title: "Notices",
  lead: "What ends soon, and what has come since you were here. From the chain and your inbox alone: nobody else is told.",
  none: "There is nothing that you need to know right now.",
  loading: "Asking the chain what is new",
  count: (number: number) => common.count(number, "notice", "notices"),
  putAway: "Put away",
  putAwayThis: (sentence: string) => `Put away: ${sentence}`,
  onDay: (day: string) => `on ${day}`,
  shareEnds: (name: string, when: string) => `What you share with ${name} ends ${when}.`,
  changeShare: "Share for longer",
  accessEnds: (name: string, when: string) => `Your access to the chart of ${name} ends ${when}.`,
  openChart: "Open the chart",
  appointmentEnds: (hospital: string, when: string) =>
    `You work for ${hospital} here, and that ends ${when}. Ask the hospital to appoint you anew.`,
  toDesk: "Add for the hospital",
  added: (name: string, records: number, day: string) =>
    `${name} added ${common.count(records, "record", "records")} to your chart, the newest on ${day}.`,
  lookAtChart: "Look at my chart",
  licenceEnds: (licence: string, day: string) =>
    `${licence}: it ends on ${day}. From then on you can read, and add nothing.`,
  askRenewal: "Ask for another term",
  applicationWaits: (name: string) => `${name} waits for an answer of the board.`,
  openApplication: "Open the application",
  proposalWaits: "A member of the board proposes a decision, and waits for yours.",
  openBoard: "See what is proposed",
  publishLicence: "The board has signed your licence. Publish it, so that patients find you by your name.",
  licenceStopped: "The board has suspended or revoked your licence. You can still read what patients share.",
  boardAsks: "The board has a question about what you asked for.",
  boardDeclined: "The board has declined what you asked for, and says why.",
  openLicence: "Go to my licence",
});
