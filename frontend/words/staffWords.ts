import { common } from "./common.ts";
import { inLocale } from "./inLocale.ts";

/** Those who work for a hospital, as the hospital sees them. */
export const staffWords = inLocale({
  title: "Staff",
  lead: "Who may add records for you, until when, each with a key of their own. They can read nothing.",
  loading: "Asking the chain who works for you",
  notHospital: "Only a licensed hospital has staff. Your licence is not in force, or is of another kind.",
  none: "Nobody works for you yet.",
  noneLead: "Whoever you appoint can add what arrives to every chart that lets you add.",
  until: (day: string) => `until ${day}`,
  soon: (when: string) => `Ends ${when}`,
  over: "The time is over, so nothing that this key adds is taken. Appoint it anew, or take it off the list.",
  withoutKeys: "Has not been handed the newest keys from this device.",
  withdraw: "End",
  withdrawFor: (name: string) => `End the work of ${name} now`,
  withdrawing: "Ending",
  withdrawn: (name: string) =>
    `${name} can add nothing more for you. What was added before stays in the charts, under your name.`,
  appoint: {
    title: "Appoint somebody",
    name: "What you call them",
    nameHint: "For your own list. It stays on this device, sealed, and never reaches the chain.",
    address: "Their address",
    addressHint: "They find it in Ownchart, beside Lock. It begins with 0x.",
    addressWrong: "This is not a whole address: it has 0x and 40 more letters and digits.",
    own: "This is your own address; a hospital needs no appointment.",
    asking: "Asking whether keys can be sent there",
    cannotReceive:
      "This person cannot be sent keys yet: they have to come in once, and press “I work for a hospital” under their new vault, or open a chart. Then appoint them here.",
    until: "Until when?",
    periods: { month: "One month", quarter: "Three months", year: "One year" },
    submit: "Appoint",
    submitting: "Appointing",
    done: (name: string) => `${name} may now add for you. Hand out keys, so that they can begin.`,
  },
  keys: {
    title: "Keys to add with",
    charts: (charts: number) =>
      charts === 0
        ? "No patient lets you add records now."
        : `${charts === 1 ? "One patient lets" : `${charts.toLocaleString()} patients let`} you add records.`,
    closed: (charts: number) =>
      `Of ${common.count(charts, "more patient", "more patients")} the keys have not arrived or do not open; they can share with you again.`,
    never: "Nothing has been handed out from this device yet.",
    at: (moment: string) => `Last handed out on ${moment}.`,
    changed: (charts: number) =>
      `${charts === 1 ? "One chart has" : `${charts.toLocaleString()} charts have`} changed since: hand out keys again, so that your staff can add there.`,
    current: "Nothing has changed since.",
    somebodyWithout: "Somebody on your list has not got them.",
    action: "Hand out keys",
    working: "Handing out keys",
    done: (people: number) =>
      `${people === 1 ? "One person has" : `${people.toLocaleString()} people have`} the newest keys now.`,
    failed: (names: string) => `They did not reach ${names}. Please try again.`,
    nobody: "Appoint somebody first.",
  },
});
