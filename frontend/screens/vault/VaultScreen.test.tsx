import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { beOpen, showInApp, somebody } from "#test/support/showInApp.tsx";
import type { Keeper, Share, VaultState } from "../../keeper/Keeper.ts";
import { dayText } from "../../ui/dayText.ts";
import { VaultScreen } from "./VaultScreen.tsx";

beforeEach(() => {
  vi.spyOn(PublicKeyCredential, "getClientCapabilities").mockResolvedValue({ "extension:prf": true });
});
afterEach(() => vi.restoreAllMocks());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const added = 1_750_000_000;

const usual: VaultState = {
  ways: [
    { kind: "passkey", salt: "0x01", addedHereAt: added },
    { kind: "passphrase", salt: "0x02", addedHereAt: undefined },
    { kind: "recovery", salt: "0x03", addedHereAt: undefined },
  ],
  isRenewalWaiting: false,
  isWalletMadeHere: false,
};

function shown(state: Partial<VaultState> = {}, keeper: Partial<Keeper> = {}, me: Parameters<typeof beOpen>[0] = {}) {
  beOpen({ keeper: { vault: async () => ({ ...usual, ...state }), ...keeper }, ...me });
  showInApp(<VaultScreen />);
}

describe("the vault", () => {
  it("shows every way to unlock it and where it came from; the recovery code is replaced and never removed", async () => {
    shown();
    await expect.element(page.getByText(`Added on this device on ${dayText(added)}.`)).toBeVisible();
    await expect.element(page.getByText("Added on another device. For bad days, on any device.")).toBeVisible();
    await expect.element(button("Remove: Passkey")).toBeVisible();
    await expect.element(button("Replace: Recovery code")).toBeVisible();
    await expect.element(button("Remove: Recovery code")).not.toBeInTheDocument();
  });

  it("has the wallet's key and its taking off only where the wallet was made here", async () => {
    shown();
    await expect.element(page.getByText(/Your wallet was made elsewhere, and does not come along/)).toBeVisible();
    await expect.element(page.getByRole("heading", { name: "The key of your wallet" })).not.toBeInTheDocument();
    await expect.element(page.getByRole("heading", { name: "This device" })).not.toBeInTheDocument();
  });

  it("has both where it was", async () => {
    shown({ isWalletMadeHere: true }, {}, { isMadeHere: true });
    await expect.element(page.getByRole("heading", { name: "The key of your wallet" })).toBeVisible();
    await expect.element(page.getByRole("heading", { name: "This device" })).toBeVisible();
    await expect.element(page.getByText(/Your wallet was made elsewhere/)).not.toBeInTheDocument();
  });

  it("leads to a second device", async () => {
    shown();
    const link = page.getByRole("link", { name: "Add a device" });
    await expect.element(link).toHaveAttribute("href", "/vault/device");
  });

  it("says so where it cannot be looked at, instead of showing none", async () => {
    const lost = Object.assign(new Error("lost"), { name: "VaultMissing" });
    shown({}, { vault: () => Promise.reject(lost) });
    await expect.element(page.getByRole("alert")).toHaveTextContent("There is no vault for this wallet yet.");
    await expect.element(page.getByRole("heading", { name: "Ways to unlock" })).not.toBeInTheDocument();
  });

  it("adds a way, and shows it", async () => {
    let { ways } = usual;
    const addWay = vi.fn(async () => void (ways = [{ kind: "device", salt: "0x04", addedHereAt: added }, ...ways]));
    shown({}, { addWay, vault: async () => ({ ...usual, ways }) });
    await button("Add a way").click();
    await expect.element(button("Use a passphrase instead")).not.toBeInTheDocument();
    await button("Use this browser").click();
    expect(addWay).toHaveBeenCalledWith({ kind: "device" });
    await expect.element(page.getByText("Added. From now on this opens your vault too.")).toBeVisible();
    await expect.element(button("Remove: This browser")).toBeVisible();
  });

  it("says what removing means, and does nothing where it is left", async () => {
    const renewWays = vi.fn();
    shown({}, { renewWays });
    await button("Remove: Passphrase").click();
    await expect.element(page.getByRole("heading", { name: "Remove your passphrase" })).toBeVisible();
    await expect.element(page.getByText(/^All ways to unlock end, not only this one/)).toBeVisible();
    await button("Leave it as it is").click();
    await expect.element(page.getByRole("heading", { name: "Ways to unlock" })).toBeVisible();
    expect(renewWays).not.toHaveBeenCalled();
  });

  it("asks at once for another way where the recovery code brought it back", async () => {
    shown({}, {}, { isBroughtBack: true });
    await expect.element(page.getByText(/^Everything is back./)).toBeVisible();
    await expect.element(button("Use a passkey")).toBeVisible();
  });

  it("finishes a renewal that was put off", async () => {
    let isRenewalWaiting = true;
    const finishRenewal = vi.fn(async () => void (isRenewalWaiting = false));
    shown({}, { finishRenewal, vault: async () => ({ ...usual, isRenewalWaiting }) });
    await button("Finish it").click();
    await expect.poll(() => finishRenewal).toHaveBeenCalledOnce();
    await expect.element(button("Finish it")).not.toBeInTheDocument();
  });
});

function withShares(sendNewKeys: () => Promise<void>, shares: () => Share[]) {
  const keeper = {
    shares: async () => shares(),
    clinicians: async () => [],
    sendNewKeys: async () => {
      await sendNewKeys();
      return shares().map(({ grantee }) => grantee);
    },
  };
  shown({}, keeper, { standing: { hasChart: true } });
}

describe("whom new keys have not reached", () => {
  const share: Share = {
    grantee: somebody,
    granteeName: "Dr. Amara Okafor",
    read: ["labs"],
    contribute: [],
    validFrom: added,
    validUntil: added * 2,
    sentences: [],
    lacksNewKeys: true,
  };

  it("is told by name, until they were sent", async () => {
    let lacksNewKeys = true;
    withShares(
      async () => void (lacksNewKeys = false),
      () => [{ ...share, lacksNewKeys }],
    );
    await expect.element(page.getByText(/could not be sent to Dr. Amara Okafor:/)).toBeVisible();
    await button("Send the new keys").click();
    await expect.element(page.getByText("Everybody you share with has the new keys now.")).toBeVisible();
    await expect.element(page.getByText(/could not be sent to/)).not.toBeInTheDocument();
  });

  it("is told with what else helps where sending does not", async () => {
    withShares(
      async () => {},
      () => [share, { ...share, grantee: `0x${"b2".repeat(20)}`, granteeName: undefined }],
    );
    await expect.element(page.getByText(/could not be sent to Dr. Amara Okafor and 0xb2b2…b2b2:/)).toBeVisible();
    await button("Send the new keys").click();
    await expect.element(page.getByText(/^They could not be sent this time either/)).toBeVisible();
  });

  it("is not mentioned where everybody has them", async () => {
    withShares(
      async () => {},
      () => [{ ...share, lacksNewKeys: false }],
    );
    await expect.element(page.getByRole("heading", { name: "Ways to unlock" })).toBeVisible();
    await expect.element(page.getByText(/could not be sent to/)).not.toBeInTheDocument();
  });
});
