import { describe, expect, test } from "vitest";
import { ClientError } from "../ClientError.ts";
import { GatewayRefusal } from "../gateway/GatewayRefusal.ts";
import type { Bring, SignedMessage } from "./Change.ts";
import { bringByEither } from "./bringByEither.ts";

const message = {} as SignedMessage;
const failing =
  (error: Error): Bring =>
  async () => {
    throw error;
  };

function refusalOf(name: GatewayRefusal["name"]): GatewayRefusal {
  return new GatewayRefusal({ name, sentence: "", status: 409, retryAfter: undefined });
}

function watched() {
  const brought: string[] = [];
  return {
    brought,
    by:
      (name: string): Bring =>
      async () =>
        void brought.push(name),
  };
}

describe("a message", () => {
  test("that the gateway brings costs its signer nothing", async () => {
    const { brought, by } = watched();
    await bringByEither({ relay: by("relay"), paying: by("paying") })(message);
    expect(brought).toEqual(["relay"]);
  });

  test.each([new ClientError("GatewayUnreachable"), new ClientError("RelaySilent"), refusalOf("RelayTooDear")])(
    "is brought at its signer's cost where it is $name",
    async (error) => {
      const { brought, by } = watched();
      await bringByEither({ relay: failing(error), paying: by("paying") })(message);
      expect(brought).toEqual(["paying"]);
    },
  );

  test("that the contract refuses is not paid for", async () => {
    const { brought, by } = watched();
    const refusal = refusalOf("NotGranted");
    const bring = bringByEither({ relay: failing(refusal), paying: by("paying") });
    await expect(bring(message)).rejects.toBe(refusal);
    expect(brought).toEqual([]);
  });
});
