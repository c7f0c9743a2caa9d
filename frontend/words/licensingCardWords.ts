import { inLocale } from "./inLocale.ts";

const [holder, kind, jurisdiction, validFrom, validUntil] = ["Holder", "Licensed as", "Board", "From", "Until"];
const at = "Signed at";
const content = "Hash of what it says";

/** What each signature and each transaction about a licence means. */
export const licensingCardWords = inLocale({
  kinds: ["physician", "pharmacist", "hospital", "researcher"],
  paid: "It is a transaction of your own: your wallet shows the network's fee, and you pay it.",
  noNames: "Neither name nor licence number stands on the chain, only a hash of the number under the board's secret.",
  application: {
    title: (board: string) => `Write to the board of ${board}`,
    sentences: (kindName: string) => [
      `What you have written about a licence as ${kindName} goes to the members of the board, sealed, with your signature.`,
      "It promises nothing and puts nothing on the chain. You can withdraw it.",
    ],
    action: "Sign and send",
    fields: { applicant: "Who asks", kind, jurisdiction, content, at },
  },
  letter: {
    titles: {
      question: (name: string) => `Ask ${name}`,
      declined: (name: string) => `Decline what ${name} asks for`,
      suspended: (name: string) => `Tell ${name} why the licence is suspended`,
      revoked: (name: string) => `Tell ${name} why the licence is revoked`,
      "sent back": (name: string) => `Send back what ${name} proposes`,
    } as Record<string, (name: string) => string>,
    says: (text: string) => `“${text}”`,
    empty: "It says nothing more.",
    sealed: (name: string) =>
      `It goes to ${name} and to the members of the board, sealed. Nothing of it stands on the chain.`,
    action: "Sign and send",
    fields: { to: "To", kind, jurisdiction, about: "About", text: "Text", of: "About which paper", at },
  },
  proposal: {
    title: (name: string) => `Propose a decision about ${name}`,
    acts: [
      (what: string) => `You propose to issue a licence as ${what}.`,
      (what: string) => `You propose to renew the licence as ${what}.`,
      (what: string) => `You propose to suspend the licence as ${what}.`,
      (what: string) => `You propose to reinstate the licence as ${what}.`,
      (what: string) => `You propose to revoke the licence as ${what}.`,
      (what: string) => `You propose to decline a licence as ${what}.`,
    ],
    window: (from: string, until: string) => `From ${from} until ${until}.`,
    until: (until: string) => `Until ${until}.`,
    sealed: "It goes to the members who may decide, sealed. Nothing happens before one of them approves it.",
    action: "Sign and send",
    none: "none",
    fields: { holder, kind, jurisdiction, act: "Act", validFrom, validUntil, content, at },
  },
  secret: {
    title: (board: string) => `Hand on the secret of the board of ${board}`,
    sentences: [
      "The other members get it sealed to their keys. Whoever has it can find out by trying which number belongs to which hash on the chain.",
    ],
    action: "Sign and hand on",
    fields: { jurisdiction, content, at },
  },
  credential: {
    title: (name: string) => `Certify ${name}`,
    sentences: (name: string, what: string) => [
      `You sign for the board that ${name} is the ${what} of this licence. It goes to its holder, who can publish it.`,
      "Patients find its holder by this name from then on.",
    ],
    action: "Sign and send",
    fields: {
      holder,
      kind,
      jurisdiction,
      name: "Name",
      speciality: "Speciality",
      number: "Licence number",
      numberHash: "Hash of the number",
      issuedAt: at,
    },
  },
  acts: {
    issue: {
      title: (name: string) => `Issue a licence to ${name}`,
      sentence: (what: string, from: string, until: string) =>
        `The register will say to everybody that this address is a licensed ${what} from ${from} until ${until}.`,
      action: "Issue",
    },
    renew: {
      title: (name: string) => `Renew the licence of ${name}`,
      sentence: (what: string, until: string) => `The licence as ${what} will end on ${until}.`,
      action: "Renew",
    },
    suspend: {
      title: (name: string) => `Suspend the licence of ${name}`,
      sentence: (what: string) =>
        `From the next block on the licence as ${what} does not count: its holder adds nothing to anybody's chart, and can read what is shared. You can reinstate it.`,
      action: "Suspend",
    },
    reinstate: {
      title: (name: string) => `Reinstate the licence of ${name}`,
      sentence: (what: string) => `From the next block on the licence as ${what} counts again until it ends.`,
      action: "Reinstate",
    },
    revoke: {
      title: (name: string) => `Revoke the licence of ${name}`,
      sentence: (what: string) =>
        `From the next block on the licence as ${what} has ended for good, and its number can be given again. This cannot be undone; a new licence can be issued.`,
      action: "Revoke",
    },
    fields: { holder, kind, jurisdiction, validFrom, validUntil, number: "Hash of the number", to: "Contract" },
  },
});
