import { day, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { deployStack, hash, jurisdictions, physicianKind, roleOfBoard } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

describe("LicenceRegistry, by its boards", () => {
  let stack: Stack;
  const { massachusetts, bavaria } = jurisdictions;
  const to = (by: Person) => stack.licences.connect(by);
  const issue = (by: Person, holder: Person) =>
    to(by).issue(holder, physicianKind, massachusetts, day(0), day(10), hash(holder.address));

  const functions: Record<string, (by: Person) => Promise<unknown>> = {
    issue: (by) => issue(by, stack.stranger),
    renew: (by) => to(by).renew(stack.physician, physicianKind, day(20)),
    suspend: (by) => to(by).suspend(stack.physician, physicianKind),
    reinstate: (by) => to(by).reinstate(stack.hospital, physicianKind),
    revoke: (by) => to(by).revoke(stack.physician, physicianKind),
  };

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployBoards);
  });

  async function deployBoards() {
    stack = await deployStack();
    for (const holder of [stack.physician, stack.hospital]) await issue(stack.board, holder);
    await to(stack.board).suspend(stack.hospital, physicianKind);
    return stack;
  }

  for (const [name, call] of Object.entries(functions)) {
    describe(name, () => {
      it("is for every member without a delay, from the moment of joining", async () => {
        await stack.manager.grantRole(roleOfBoard(massachusetts), stack.gateway, 0);
        await call(stack.gateway);
      });

      for (const outsider of ["otherBoard", "admin", "physician", "stranger"] as const) {
        it(`is not for ${outsider}`, () => {
          const args = [stack[outsider].address, massachusetts];
          return expectRefusal(call(stack[outsider]), stack.licences, "LicenceBoardUnauthorized", args);
        });
      }

      it("is not for a former member", async () => {
        await stack.manager.revokeRole(roleOfBoard(massachusetts), stack.board);
        const args = [stack.board.address, massachusetts];
        await expectRefusal(call(stack.board), stack.licences, "LicenceBoardUnauthorized", args);
      });

      it("is not for a member who has to wait before acting", () => {
        const args = [stack.delayedMember.address, massachusetts, 3600];
        return expectRefusal(call(stack.delayedMember), stack.licences, "LicenceBoardDelayed", args);
      });
    });
  }

  it("lets no board issue in the name of another", () => {
    const { board, licences, stranger } = stack;
    const call = licences.connect(board).issue(stranger, physicianKind, bavaria, day(0), day(10), hash("number"));
    return expectRefusal(call, licences, "LicenceBoardUnauthorized", [board.address, bavaria]);
  });
});
