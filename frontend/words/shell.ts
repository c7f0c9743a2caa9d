export const shell = {
  skip: "Skip to the content",
  navigation: "Where to go",
  chart: "My chart",
  sharing: "Sharing",
  activity: "Activity",
  patients: "Patients",
  lock: "Lock",
  practice: "My practice",
  ownChart: "My own chart",
  context: "Which hat you wear",
  theme: { label: "Appearance", system: "As the device", light: "Light", dark: "Dark" },
  licence: {
    0: "Licensed physician",
    1: "Licensed pharmacist",
    2: "Licensed hospital",
    3: "Licensed researcher",
  } as Record<number, string>,
  licenceUntil: (kind: string, day: string) => `${kind} until ${day}`,
  licenceEnded: (kind: string) =>
    `${kind}: not in force. You can still read what patients share; you cannot add records until the board renews it.`,
};
