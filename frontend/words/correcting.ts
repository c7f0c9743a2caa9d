/** What can be done about a record, and what comes of it. */
export const correcting = {
  label: "Is something wrong with this record?",
  dispute: { offer: "It is wrong", done: "Your objection stands beside the record." },
  "entered-in-error": { offer: "I added it by mistake", done: "The record is marked as entered in error." },
  erase: { offer: "Erase it", done: "The record is erased." },
  erasing: {
    title: "Erase this record?",
    sentences: [
      "The gateway deletes the sealed key to it. From then on nobody can open it any more: not those you share with, and not you.",
      "It cannot be brought back. If you may want it again, download it first.",
      "What stays is a fingerprint on the public chain, which says that something was added, by whom and when, and sealed bytes on IPFS that nobody has a key to.",
      "Whoever has opened it before may have kept a copy. Nobody can undo that.",
    ],
    go: "Erase it for good",
    keep: "Keep it",
  },
};
