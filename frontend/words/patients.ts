export const patients = {
  title: "Patients",
  lead: "Who shares a chart with you, and until when.",
  none: "Nobody shares a chart with you right now.",
  noneLead: "Patients find you in the register by your name, or scan a code on your screen.",
  loading: "Asking the chain who shares with you",
  unnamed: (address: string) => `Somebody (${address})`,
  open: "Open the chart of",
  later: (day: string) => `begins ${day}`,
  refused: "The keys do not open. Ask the patient to share again.",
  ended: "This chart is not shared with you, or no longer.",
  endedLead: "The patient ended it, or its time was over. From that block on no gateway gives out a key.",
  join: {
    title: "Be found by patients",
    lead: "Publish the key under which patients seal theirs to you. You do this once.",
    action: "Publish my key",
    working: "Publishing",
  },
  confirm: {
    question: "Is this the person in the room?",
    lead: "Ask for their name and date of birth, and compare. You are asked once for each chart while this page is open.",
    yes: "Yes, it is",
    no: "No, it is somebody else",
    other: "Leave this chart closed",
    otherLead:
      "Somebody else has answered your code, and shared a chart of their own. Do not read it or add to it. Show the person in the room a new code.",
    back: "Back to the question",
  },
};
