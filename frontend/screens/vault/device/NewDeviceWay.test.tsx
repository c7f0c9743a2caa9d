import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { be, showInApp, somebody } from "#test/support/showInApp.tsx";
import type { Keeper, Way } from "../../../keeper/Keeper.ts";
import { session } from "../../../session/session.ts";
import { NewDeviceWay } from "./NewDeviceWay.tsx";

beforeEach(() => {
  vi.spyOn(PublicKeyCredential, "getClientCapabilities").mockResolvedValue({ "extension:prf": true });
});
afterEach(() => vi.restoreAllMocks());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const standing = async () => ({ hasChart: true, hasKey: true, licences: [] });

async function byTheRight(way: Way): Promise<void> {
  const isRight = way.kind === "passphrase" && way.passphrase === "right";
  if (!isRight) throw Object.assign(new Error("wrong"), { name: "SlotDoesNotOpen" });
}

/** A device that has received everything of a vault with these ways to unlock. */
function joined(kinds: string[], more: Partial<Keeper>) {
  const ways = kinds.map((kind, place) => ({ kind, salt: `0x0${place}` as const, addedHereAt: undefined }));
  const vault = async () => ({ ways, isRenewalWaiting: false, isWalletMadeHere: true });
  const keeper = { vault, standing, ...more } as Partial<Keeper> as Keeper;
  be({ stage: "joined", address: somebody, keeper, isMadeHere: true });
  showInApp(<NewDeviceWay keeper={keeper} address={somebody} />);
}

describe("a device that another has let in", () => {
  it("is inside once it has a way of its own", async () => {
    const addWay = vi.fn(async () => {});
    joined(["passkey", "recovery"], { addWay });
    await button("Use a passkey").click();
    await expect.poll(() => session.get()).toMatchObject({ stage: "open", isBroughtBack: false });
    expect(addWay).toHaveBeenCalledWith({ kind: "passkey" });
  });

  it("stays where it is, and says so, when that fails", async () => {
    const changed = Object.assign(new Error("changed"), { name: "Changed" });
    joined(["passkey", "recovery"], { addWay: () => Promise.reject(changed) });
    await expect.element(page.getByLabelText("Passphrase", { exact: true })).not.toBeInTheDocument();
    await button("Use a passkey").click();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("It was changed on another device meanwhile; please look again.");
    expect(session.get().stage).toBe("joined");
  });

  it("takes the passphrase that the vault has, once it was tried, and draws no second one", async () => {
    joined(["passphrase", "recovery"], { unlock: byTheRight });
    await expect.element(button("Use a passphrase instead")).not.toBeInTheDocument();
    const field = page.getByLabelText("Passphrase", { exact: true });
    await field.fill("wrong");
    await button("Use this passphrase").click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("This does not unlock the vault.");
    expect(session.get().stage).toBe("joined");
    await field.fill("right");
    await button("Use this passphrase").click();
    await expect.poll(() => session.get().stage).toBe("open");
  });

  it("can be left without anything on it", async () => {
    joined(["passkey", "recovery"], {});
    await button("Stop, and keep nothing here").click();
    expect(session.get().stage).toBe("none");
  });
});
