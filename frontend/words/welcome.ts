export const welcome = {
  title: "Welcome to Ownchart",
  lead: "Your health record, sealed with keys that you hold. Come in with a wallet: it stands for you, and signs what you decide.",
  sample: {
    title: "Try it as a sample person",
    lead: "This is a chain on your own machine. None of these people exists; their keys are known to everybody.",
    patients: "Patients",
    clinicians: "Clinicians",
    board: "Getting a licence",
    enter: "Come in as",
  },
  wallets: {
    title: "Come in with your wallet",
    none: "No wallet was found in this browser.",
    use: (name: string) => `Use ${name}`,
  },
  own: {
    title: "Come in without a wallet",
    lead: "None yet, or on a phone? One is made here in a minute. It costs nothing, ever.",
    create: "Create one here",
    bringBack: "Bring back with a recovery code",
    here: "On this device",
    comeBack: (address: string) => `Come back as ${address}`,
    used: (day: string) => `Last used on ${day}`,
  },
  idle: (minutes: number) =>
    minutes === 1
      ? "Your vault was locked after a minute without a touch. Come in again to go on; what you were typing is offered to you."
      : `Your vault was locked after ${minutes} minutes without a touch. Come in again to go on; what you were typing is offered to you.`,
  archive: "Open an archive of a chart",
  opening: "Getting ready",
  connecting: "Waiting for your wallet",
};
