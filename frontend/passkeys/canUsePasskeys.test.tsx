import { afterEach, describe, expect, it, vi } from "vitest";
import { canUsePasskeys } from "./canUsePasskeys.ts";

afterEach(() => vi.restoreAllMocks());

function capable(capabilities: Record<string, boolean>) {
  vi.spyOn(PublicKeyCredential, "getClientCapabilities").mockResolvedValue(capabilities);
}

describe("whether passkeys can open a vault", () => {
  it("is what the browser says of their secrets, and yes where it says nothing", async () => {
    capable({ "extension:prf": true });
    expect(await canUsePasskeys()).toBe(true);
    capable({ "extension:prf": false });
    expect(await canUsePasskeys()).toBe(false);
    capable({});
    expect(await canUsePasskeys()).toBe(true);
  });

  it("is no in a browser without passkeys", async () => {
    vi.stubGlobal("PublicKeyCredential", undefined);
    expect(await canUsePasskeys()).toBe(false);
    vi.unstubAllGlobals();
  });
});
