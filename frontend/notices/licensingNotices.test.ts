import { describe, expect, test } from "vitest";
import type { BoardApplication, BoardDesk, BoardProposalStory, OwnLicence } from "../keeper/licensing/Licensing.ts";
import { fromBoard, waitingForBoard } from "./licensingNotices.ts";

const application = (state: BoardApplication["state"], lacksCredential = false) =>
  ({
    id: "0x01",
    application: { content: { name: "Dr. Ada Marlow" } },
    state,
    since: [],
    lacksCredential,
  }) as unknown as BoardApplication;
const proposal = (state: BoardProposalStory["state"]) => ({ id: "0x02", state }) as unknown as BoardProposalStory;
const desk = (more: Partial<BoardDesk>) =>
  ({ delay: 0, applications: [], proposals: [], ...more }) as unknown as BoardDesk;

describe("a member of a board", () => {
  test.each([
    ["sent", false, 1],
    ["answered", false, 1],
    ["decided", true, 1],
    ["decided", false, 0],
    ["asked", false, 0],
    ["withdrawn", false, 0],
    ["declined", false, 0],
  ] as const)("is told of an application that is %s (holder not told: %s) %i times", (state, lacks, times) => {
    expect(waitingForBoard(desk({ applications: [application(state, lacks)] }))).toHaveLength(times);
  });

  test("is told of what is proposed only if they may decide", () => {
    const proposals = [proposal("waiting"), proposal("done"), proposal("sent back")];
    expect(waitingForBoard(desk({ proposals }))).toHaveLength(1);
    expect(waitingForBoard(desk({ proposals, delay: 1 }))).toEqual([]);
  });
});

const licence = (more: Partial<OwnLicence>) => ({ kind: 0, status: "active", ...more }) as unknown as OwnLicence;

describe("whoever has to do with a board", () => {
  test("is told what to publish, what was stopped, and what was answered", () => {
    const toPublish = { issuedAt: 7 } as OwnLicence["toPublish"];
    const told = (licences: OwnLicence[], states: BoardApplication["state"][] = []) =>
      fromBoard({ licences, applications: states.map((it) => ({ ...application(it), sentTo: [] })) });
    expect(told([licence({ toPublish })]).map(({ key }) => key)).toEqual(["publish 0 7"]);
    expect(told([licence({ status: "suspended" })]).map(({ key }) => key)).toEqual(["stopped 0 suspended"]);
    expect(told([licence({ status: "revoked", toPublish })]).map(({ key }) => key)).toEqual(["stopped 0 revoked"]);
    expect(told([licence({})], ["asked", "declined", "sent", "decided", "withdrawn"])).toHaveLength(2);
  });
});
