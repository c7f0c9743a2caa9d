export const welcome = {
  title: "Welcome to Ownchart",
  lead: "Your health record, sealed with keys that you hold. Come in with a wallet: it stands for you, and signs what you decide.",
  sample: {
    title: "Try it as a sample person",
    lead: "This is a chain on your own machine. None of these people exists; their keys are known to everybody.",
    patients: "Patients",
    clinicians: "Clinicians",
    enter: "Come in as",
  },
  wallets: {
    title: "Come in with your wallet",
    none: "No wallet was found in this browser.",
    use: (name: string) => `Use ${name}`,
  },
  connecting: "Waiting for your wallet",
};
