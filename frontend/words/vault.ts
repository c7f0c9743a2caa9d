export const vault = {
  locked: {
    title: "Your vault is locked",
    lead: "The keys to your chart are in a vault that only you can open. Choose how.",
    passphrase: "Passphrase",
    recovery: "Recovery code",
    unlock: "Unlock",
    unlocking: "Opening your vault",
    useRecovery: "I have lost it: use my recovery code",
    usePassphrase: "Use my passphrase instead",
  },
  create: {
    title: "Make your vault",
    lead: "It holds the keys to your chart. A gateway keeps it, sealed: nobody can open it for you, not even we.",
    passphrase: "A passphrase",
    hint: "Six words that you can remember and nobody would guess.",
    make: "Make my vault",
    making: "Making your vault",
  },
  code: {
    title: "Your recovery code",
    lead: "If you forget your passphrase, this code alone brings your chart back. Print it, or write it down, and keep it where you keep your papers. It is shown once.",
    print: "Print",
    done: "I have it on paper",
  },
  start: {
    title: "Open your chart",
    lead: "Your vault is ready. Opening a chart tells the chain that it exists and under which keys; nobody learns your name.",
    open: "Open my chart",
    opening: "Opening your chart",
  },
};
