/** Coming in: making a vault, opening one, bringing one back. */
export const vault = {
  passkeyName: (address: string) => `Ownchart ${address}`,
  ways: {
    device: "This browser",
    passkey: "Passkey",
    passphrase: "Passphrase",
    recovery: "Recovery code",
  } as Record<string, string>,
  locked: {
    title: "Your vault is locked",
    lead: "The keys to your chart are in a vault that only you can open.",
    as: (address: string) => `You come in as ${address}.`,
    with: {
      device: "Unlock with this browser",
      passkey: "Unlock with your passkey",
      passphrase: "Unlock",
      recovery: "Unlock",
    } as Record<string, string>,
    deviceHint: "Your wallet signs; together with what this browser remembers that opens the vault.",
    passkeyHint: "Your device asks for your fingerprint, your face or its code.",
    passphrase: "Passphrase",
    recovery: "Recovery code",
    recoveryHint:
      "From your print. Spaces, hyphens and small letters do not matter; O and 0 are the same here, I and 1 too.",
    unlocking: "Opening your vault",
    instead: "Another way",
    use: {
      device: "Use this browser",
      passkey: "Use my passkey",
      passphrase: "Use my passphrase",
      recovery: "Use my recovery code",
    } as Record<string, string>,
    noPasskeysHere: "This vault has a passkey, but this browser cannot use passkeys that open a vault.",
    somebodyElse: "Come in as somebody else",
  },
  code: {
    title: "Your recovery code",
    lead: "Put this code on paper before anything else. It is shown this once, and nobody keeps a copy.",
    madeHere:
      "This code alone brings back your wallet and your chart, on any device. Whoever finds it can do the same: keep it where you keep your papers.",
    madeElsewhere:
      "This code opens your vault. It does not bring back your wallet, which was made elsewhere: keep its own backup too, since a chart needs both.",
    group: (place: number) => `Group ${place}`,
    making: "Making your code",
    print: "Print it",
    done: "I have it on paper",
    paper: {
      title: "Ownchart recovery code",
      wallet: "Wallet",
      madeOn: "Made on",
      how: "Open Ownchart, choose to bring back with a recovery code, and type the groups above. Letters and digits that look alike are taken as the same.",
      howElsewhere: "Come in with your wallet, choose the recovery code, and type the groups above.",
    },
  },
  test: {
    title: "Is it on your paper?",
    lead: "Type these two groups from your paper, so that you know it can be read.",
    hint: "O and 0 are taken as the same, and I and 1 too.",
    wrong: (place: number) => `Group ${place} is not what was shown. Please compare it once more.`,
    check: "Check",
    back: "Show the code again",
  },
  second: {
    title: "How will you open it every day?",
    lead: "The recovery code is for bad days. For all others choose something that is at hand.",
    passkey: "Use a passkey",
    passkeyLead:
      "Your fingerprint, your face or the code of your device. Nothing to remember, and nothing that can be guessed.",
    noPasskeys: "This browser cannot make passkeys that open a vault, so a passphrase it is.",
    device: "Use this browser",
    deviceLead: "One click and a signature of your wallet, on this browser alone.",
    instead: "Use a passphrase instead",
    passphrase: "Your passphrase",
    passphraseHint:
      "These six words were drawn for you. Take them, or type a long one of your own that nobody would guess.",
    other: "Draw other words",
    take: "Use this passphrase",
    working: "Making your vault",
  },
  start: {
    title: "Open your chart",
    lead: "Your vault is ready. Opening a chart tells the chain that it exists and under which keys; nobody learns your name.",
    open: "Open my chart",
    opening: "Opening your chart",
  },
  bringBack: {
    title: "Bring back with a recovery code",
    lead: "For a wallet that was made with Ownchart: the code on your paper brings back the wallet and the chart.",
    code: "Recovery code",
    action: "Bring back",
    working: "Looking for your vault",
  },
};
