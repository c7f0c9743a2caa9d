import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { be, showInApp, somebody } from "#test/support/showInApp.tsx";
import type { Keeper, Way } from "../../keeper/Keeper.ts";
import { session } from "../../session/session.ts";
import { UnlockVault } from "./UnlockVault.tsx";

beforeEach(() => {
  vi.spyOn(PublicKeyCredential, "getClientCapabilities").mockResolvedValue({ "extension:prf": true });
});
afterEach(() => vi.restoreAllMocks());

const refusal = (name: string) => Object.assign(new Error(name), { name });
const button = (name: string) => page.getByRole("button", { name, exact: true });

function Current() {
  const current = session.use();
  return current.stage === "locked" ? <UnlockVault {...current} /> : null;
}

const standing = async () => ({ hasChart: true, hasKey: true, licences: [] });

/** A locked vault that `right` opens; every other way does not. */
function locked(ways: string[], right?: Way, more: Partial<Keeper> = {}) {
  const unlock = vi.fn(async (way: Way) => {
    if (JSON.stringify(way) !== JSON.stringify(right)) throw refusal("SlotDoesNotOpen");
  });
  const keeper = { unlock, standing, ...more } as Partial<Keeper> as Keeper;
  be({ stage: "locked", ways, address: somebody, keeper, isMadeHere: true });
  showInApp(<Current />);
  return { unlock };
}

describe("a locked vault", () => {
  it("says whose it is, and has the easiest way ready and the others beside it", async () => {
    const { unlock } = locked(["device", "passphrase", "recovery"], { kind: "device" });
    await expect.element(page.getByText("You come in as 0xA1A1…A1A1.")).toBeVisible();
    await expect.element(button("Use my recovery code")).toBeVisible();
    await expect.element(button("Use this browser")).not.toBeInTheDocument();
    await button("Unlock with this browser").click();
    expect(unlock).toHaveBeenCalledWith({ kind: "device" });
    await expect.poll(() => session.get()).toMatchObject({ stage: "open", isBroughtBack: false });
  });

  it("opens with the right passphrase, and says in words that another is not it", async () => {
    locked(["passphrase", "recovery"], { kind: "passphrase", passphrase: "right" });
    const field = page.getByLabelText("Passphrase", { exact: true });
    await field.fill("wrong");
    await button("Unlock").click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("This does not unlock the vault.");
    expect(session.get().stage).toBe("locked");
    await field.fill("right");
    await button("Unlock").click();
    await expect.poll(() => session.get().stage).toBe("open");
  });

  it("forgets what went wrong when another way is chosen, and what was typed for the first", async () => {
    locked(["passphrase", "recovery"]);
    await page.getByLabelText("Passphrase", { exact: true }).fill("wrong");
    await button("Unlock").click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    await button("Use my recovery code").click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await expect.element(page.getByRole("textbox", { name: "Recovery code" })).toHaveValue("");
  });

  it("remembers that it was the recovery code that opened it, so that another way is asked for", async () => {
    locked(["recovery"], { kind: "recovery", code: "70A1B" });
    await page.getByRole("textbox", { name: "Recovery code" }).fill("70A1B");
    await button("Unlock").click();
    await expect.poll(() => session.get()).toMatchObject({ stage: "open", isBroughtBack: true });
  });

  it("says so where it has a passkey and this browser cannot use one", async () => {
    vi.mocked(PublicKeyCredential.getClientCapabilities).mockResolvedValue({ "extension:prf": false });
    locked(["passkey", "recovery"]);
    await expect.element(page.getByText(/^This vault has a passkey, but this browser cannot use/)).toBeVisible();
    await expect.element(button("Use my passkey")).not.toBeInTheDocument();
    await expect.element(page.getByRole("textbox", { name: "Recovery code" })).toBeVisible();
  });

  it("offers what is left where a way was removed on another device", async () => {
    locked(["passkey", "recovery"], undefined, {
      unlock: async () => Promise.reject(refusal("WayRemoved")),
      waysToUnlock: async () => ["passphrase", "recovery"],
    });
    await button("Unlock with your passkey").click();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("This way to unlock was removed on another device; please choose another.");
    await expect.element(page.getByLabelText("Passphrase", { exact: true })).toBeVisible();
    await expect.element(button("Use my passkey")).not.toBeInTheDocument();
  });

  it("can be left for somebody else", async () => {
    locked(["passphrase"]);
    await button("Come in as somebody else").click();
    expect(session.get().stage).toBe("none");
  });

  it("is opened by another device: a code and digits, and nothing counts before it was confirmed", async () => {
    const [until, arrived] = [Date.now() + 120_000, Promise.withResolvers<{ address: typeof somebody }>()];
    locked(["passphrase"], undefined, {
      openJoining: async () => ({ offer: "OWNCHART:DESK:1:00", until }),
      joiningAnswer: async () => ({ digits: "012345", until }),
      joiningArrival: () => arrived.promise,
      leaveJoining: async () => {},
    });
    await button("Use my other device").click();
    await expect.element(page.getByRole("heading", { name: "Type these digits on your other device" })).toBeVisible();
    await expect.element(page.getByText("0 1 2 3 4 5", { exact: true })).toBeInTheDocument();
    arrived.resolve({ address: somebody });
    await expect.element(page.getByText("What has arrived opens the chart of 0xA1A1…A1A1.")).toBeVisible();
    expect(session.get().stage).toBe("locked");
    await button("Yes, it says so").click();
    await expect.poll(() => session.get().stage).toBe("joined");
  });

  it("stays locked where what has arrived is not one's own", async () => {
    const until = Date.now() + 120_000;
    const leaveJoining = vi.fn(async () => {});
    locked(["passphrase"], undefined, {
      openJoining: async () => ({ offer: "OWNCHART:DESK:1:00", until }),
      joiningAnswer: async () => ({ digits: "012345", until }),
      joiningArrival: async () => ({ address: somebody }),
      leaveJoining,
    });
    await button("Use my other device").click();
    await button("No, throw it away").click();
    await expect.poll(() => session.get().stage).toBe("none");
    expect(leaveJoining).toHaveBeenCalled();
  });
});
