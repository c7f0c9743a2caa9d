const deadline = "To be brought to the chain by";
const epoch = "Turn of the keys";

/** What each signature means. The fields are those of the message, in their order. */
export const transactions = {
  continue: "Continue",
  decline: "Not now",
  withWallet: "Your wallet is asking you now.",
  fields: "What exactly is signed",
  free: "It costs you nothing: the gateway pays.",
  pay: {
    title: "The gateway does not answer",
    sentences: [
      "What you have just signed can be brought to the chain without it: your wallet sends it, and you pay the network's fee.",
      "Your wallet shows how much. Nothing else changes.",
    ],
    action: "Send it myself",
    fields: { to: "Contract" },
  },
  signIn: {
    title: "Prove that this is you",
    sentences: [
      "Your wallet signs a short text for the gateway that keeps your sealed records.",
      "It moves no money and shares nothing.",
    ],
    action: "Sign in",
    fields: { domain: "Gateway", address: "You", nonce: "Used once" },
  },
  unlockHere: {
    title: "Unlock on this device",
    sentences: [
      "Your wallet signs a text that never changes. Together with a secret in this browser it opens your vault.",
      "Sign it only here: it moves no money, and nobody else ever needs it.",
    ],
    action: "Sign",
    fields: { domain: "Page", address: "You", nonce: "Of this device" },
  },
  openChart: {
    title: "Open your chart",
    sentences: [
      "The chain will know that this address has a chart, and under which keys. It learns nothing about you.",
    ],
    action: "Open my chart",
    fields: { subject: "Whose chart", keyset: "Hash of its keys", deadline },
  },
  publishKey: {
    title: "Publish your public key",
    sentences: ["Others seal to this key what they share with you. Only your vault can open it."],
    action: "Publish",
    fields: { owner: "Whose key", suite: "Kind of key", key: "Hash of the key", nonce: "Which in order", deadline },
  },
  grant: {
    title: (name: string) => `Share your chart with ${name}`,
    action: "Share",
    yes: "yes",
    no: "no",
    unchanged: "the keys stay as they are",
    fields: {
      subject: "Whose chart",
      grantee: "Shared with",
      read: "May read",
      contribute: "May add",
      validFrom: "From",
      validUntil: "Until",
      terms: "Hash of these terms",
      nextKeyset: "Hash of the next keys",
      grantNonce: "Which grant in order",
      generation: "Generation of grants",
      epoch,
      deadline,
    },
  },
  revoke: {
    title: (name: string) => `End sharing with ${name}`,
    sentences: (name: string) => [
      `From the next block on ${name} receives no key any more, and new records are under keys that ${name} never had.`,
      "What was already opened cannot be unseen.",
    ],
    action: "End it",
    fields: {
      subject: "Whose chart",
      grantee: "Shared with",
      nextKeyset: "Hash of the next keys",
      revokeNonce: "Which end in order",
      epoch,
      deadline,
    },
  },
  revokeAll: {
    title: "End all sharing",
    sentences: [
      "From the next block on nobody but you receives a key to your chart, and new records are under keys that nobody else ever had.",
      "What was already opened cannot be unseen.",
    ],
    action: "End all of it",
    fields: {
      subject: "Whose chart",
      nextKeyset: "Hash of the next keys",
      generation: "Generation of grants",
      epoch,
      deadline,
    },
  },
  rotate: {
    title: "Change the keys of your chart",
    sentences: ["What is added from now on is under new keys. Those you share with receive them."],
    action: "Change the keys",
    fields: { subject: "Whose chart", epoch, nextKeyset: "Hash of the next keys", deadline },
  },
  publish: {
    title: (number: number) => (number === 1 ? "Add a record" : `Add ${number} records`),
    sentences: (number: number, name: string) => [
      `${number === 1 ? "This record goes" : "These records go"} into the chart of ${name}, sealed, under your name as their author.`,
    ],
    ownSentences: (number: number) => [
      `${number === 1 ? "This record goes" : "These records go"} into your own chart, sealed, under your name as their author.`,
    ],
    action: "Add",
    fields: { author: "Author", subject: "Whose chart", epoch, capsules: "Hashes of the records", deadline },
  },
  supersede: {
    title: "Put the corrected record in place",
    sentences: (name: string) => [
      `The corrected record goes into the chart of ${name}, sealed, under your name as its author.`,
      "The version before stays readable, marked as replaced: somebody may have acted on it.",
    ],
    ownSentences: [
      "The corrected record goes into your own chart, sealed, under your name as its author.",
      "The version before stays readable, marked as replaced: somebody may have acted on it.",
    ],
    action: "Replace it",
    fields: {
      author: "Author",
      subject: "Whose chart",
      epoch,
      oldCapsule: "Hash of the version before",
      newCapsule: "Hash of the corrected record",
      deadline,
    },
  },
  dispute: {
    title: "Say that this record is wrong",
    sentences: [
      "Whoever can see your chart will see beside the record that you dispute it. It stays in your chart as it is.",
      "Its author can put a corrected one in its place, or mark it as entered in error.",
    ],
    action: "Say that it is wrong",
    fields: { subject: "Whose chart", capsule: "Hash of the record", deadline },
  },
  markEnteredInError: {
    title: "Mark as entered in error",
    sentences: [
      "Whoever can see this chart will see that the record should never have been there. It stays, since somebody may have acted on it.",
      "The mark cannot be taken away again.",
    ],
    action: "Mark it",
    fields: { author: "Author", subject: "Whose chart", capsule: "Hash of the record", deadline },
  },
  askAccess: {
    title: "Ask a patient for access",
    sentences: (parts: string, day: string) => [
      `You ask to read: ${parts}.`,
      `Until ${day}.`,
      "Your licence goes with it, so that the patient sees who asks. Nothing is shared before they agree.",
    ],
    action: "Sign the request",
    fields: {
      doctor: "Who asks",
      kind: "Licensed as",
      keyId: "Your key",
      credential: "Hash of your licence",
      categories: "Parts of the chart",
      until: "Until",
    },
  },
  appoint: {
    title: (name: string) => `Let ${name} add for you`,
    sentences: (name: string, day: string) => [
      `Until ${day}, ${name} can add records to every chart that lets you add, under your name. The chain names the key each time.`,
      `${name} can read nothing by it. You can end it at any time.`,
    ],
    action: "Appoint",
    fields: {
      hospital: "Hospital",
      staff: "Who is appointed",
      validUntil: "Until",
      appointNonce: "Which change in order",
      deadline,
    },
  },
  withdraw: {
    title: (name: string) => `End the work of ${name} for you`,
    sentences: (name: string) => [
      `From the next block on, nothing that ${name} sends for you is taken, by the chain or by a gateway.`,
      "What was added before stays in the charts, under your name.",
    ],
    action: "End it",
    fields: {
      hospital: "Hospital",
      staff: "Who is withdrawn",
      withdrawNonce: "Which end in order",
      deadline,
    },
  },
  publishAsStaff: {
    sentences: (number: number, { patient, hospital }: { patient: string; hospital: string }) => [
      `${number === 1 ? "This record goes" : "These records go"} into the chart of ${patient}, sealed, as ${hospital}’s.`,
      "The chain shows that it was your key that added for the hospital.",
    ],
    fields: { staff: "You", hospital: "Hospital" },
  },
  handOut: {
    title: "Hand out keys to your staff",
    sentences: [
      "Your staff get the names and birth dates of the patients who let you add, and public keys to add with. Nothing can be read with them.",
      "Your signature is how their devices know that the names are from you.",
    ],
    action: "Hand them out",
    fields: { hospital: "Hospital", content: "Hash of the keys", at: "Made" },
  },
  batch: {
    title: (records: number, charts: number) =>
      `Add ${records === 1 ? "a record" : `${records.toLocaleString()} records`} to ${charts === 1 ? "a chart" : `${charts.toLocaleString()} charts`}`,
    sentences: (charts: number, hospital: string) => [
      `They are sealed on this device, and stand in the charts as ${hospital}’s.`,
      charts === 1
        ? "One signature is needed. After your yes here you are not asked again."
        : `Each chart needs a signature, ${charts.toLocaleString()} in all. After your yes here you are not asked again.`,
    ],
    walletAsks: (charts: number) =>
      charts === 1
        ? "Only your wallet asks by itself."
        : `Only your wallet asks by itself, ${charts.toLocaleString()} times.`,
    action: "Add them all",
    records: (number: number) => (number === 1 ? "1 record" : `${number.toLocaleString()} records`),
  },
};
