import type { BoardDesk, OwnLicensing } from "../keeper/licensing/Licensing.ts";
import { waitsForBoard, waitsForDecision } from "../keeper/licensing/waitsForBoard.ts";
import { noticeWords } from "../words/noticeWords.ts";
import type { Notice } from "./Notice.ts";

/** What waits for a member of a board: what was asked of it, and for who may decide alone, what others propose. */
export function waitingForBoard({ applications, proposals, delay }: BoardDesk): Notice[] {
  const asked = applications.filter(waitsForBoard).map(({ id, application, since }): Notice => ({
    key: `application ${id} ${since.length}`,
    sentence: noticeWords.applicationWaits(application.content.name),
    action: noticeWords.openApplication,
    to: { to: "/board/$application", params: { application: id } },
  }));
  const proposed = delay > 0 ? [] : proposals.filter(waitsForDecision);
  return [
    ...asked,
    ...proposed.map(({ id }): Notice => {
      return {
        key: `proposal ${id}`,
        sentence: noticeWords.proposalWaits,
        action: noticeWords.openBoard,
        to: { to: "/board" },
      };
    }),
  ];
}

/** What a board has said to somebody, and what it signed that they have not published. */
export function fromBoard({ licences, applications }: OwnLicensing): Notice[] {
  const action = noticeWords.openLicence;
  const to = { to: "/licence" } as const;
  const unpublished = licences.filter(({ toPublish, status }) => toPublish !== undefined && status !== "revoked");
  const stopped = licences.filter(({ status }) => status !== "active");
  const answered = applications.filter(({ state }) => state === "asked" || state === "declined");
  return [
    ...unpublished.map(({ kind, toPublish }) => {
      return { key: `publish ${kind} ${toPublish!.issuedAt}`, sentence: noticeWords.publishLicence, action, to };
    }),
    ...stopped.map(({ kind, status }) => {
      return { key: `stopped ${kind} ${status}`, sentence: noticeWords.licenceStopped, action, to };
    }),
    ...answered.map(({ id, state, since }) => {
      const sentence = state === "asked" ? noticeWords.boardAsks : noticeWords.boardDeclined;
      return { key: `answer ${id} ${since.length}`, sentence, action, to };
    }),
  ];
}
