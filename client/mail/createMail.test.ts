import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Holder } from "#core/chart/Holder.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { type ServedWorld, servedWorld } from "#test/support/servedWorld.ts";
import { connect } from "../connect.ts";
import { createInbox } from "../gateway/createInbox.ts";
import { createMail } from "./createMail.ts";

let world: ServedWorld;
beforeAll(async () => void (world = await servedWorld()), 120_000);
afterAll(() => world.close());

async function somebody({ publishes = true } = {}) {
  const { gatewayUrl, local, pay } = world;
  const signer = world.person().account;
  const connection = connect({ rpcUrl: local.url, gatewayUrl, deployment: local.deployment, signer, pay });
  const { services } = connection;
  const holder: Holder = { address: signer.address, roots: [{ firstEpoch: 0, root: randomBytes(32) }], services };
  if (publishes) await publishIdentity({ holder });
  return { holder, connection, mail: createMail(holder, connection) };
}

const read = (mail: ReturnType<typeof createMail>, after?: number) =>
  Array.fromAsync(mail.read({ ...(after !== undefined && { after }) }));

describe("a letter", () => {
  test("reaches whom it is to, in order, until it is deleted", async () => {
    const [writer, reader] = [await somebody(), await somebody()];
    const to = reader.holder.address;
    const first = await writer.mail.send({ to, content: { n: 1 } });
    await writer.mail.send({ to, content: { n: 2 } });
    const letters = await read(reader.mail);
    expect(letters.map(({ content }) => content)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(letters[0]!.from.toLowerCase()).toBe(writer.holder.address.toLowerCase());
    expect(await read(reader.mail, first)).toHaveLength(1);
    await reader.mail.delete(first);
    expect((await read(reader.mail)).map(({ content }) => content)).toEqual([{ n: 2 }]);
  });

  test("is still opened after its reader has a new root", async () => {
    const [writer, reader] = [await somebody(), await somebody()];
    await writer.mail.send({ to: reader.holder.address, content: { n: 1 } });
    const renewed: Holder = {
      ...reader.holder,
      roots: [...reader.holder.roots, { firstEpoch: 1, root: randomBytes(32) }],
    };
    expect(await read(createMail(renewed, reader.connection))).toHaveLength(1);
  });

  test("to somebody without a key is refused, and nothing is sent", async () => {
    const [writer, reader] = [await somebody(), await somebody({ publishes: false })];
    const sending = writer.mail.send({ to: reader.holder.address, content: {} });
    await expect(sending).rejects.toMatchObject({ name: "ReaderHasNoKey" });
    expect(await read(reader.mail)).toEqual([]);
  });

  test("that is none is passed over, and does not keep others from being read", async () => {
    const [writer, reader] = [await somebody(), await somebody()];
    const to = reader.holder.address;
    await createInbox(writer.connection.gateway).send({ to, message: randomBytes(2000) });
    await writer.mail.send({ to, content: { n: 1 } });
    expect((await read(reader.mail)).map(({ content }) => content)).toEqual([{ n: 1 }]);
  });

  test("more than fit into a page of the gateway's are all read", async () => {
    const [writer, reader] = [await somebody(), await somebody()];
    const to = reader.holder.address;
    for (let n = 0; n < 19; n++) await writer.mail.send({ to, content: { n, text: "x".repeat(60_000) } });
    expect((await read(reader.mail)).map(({ content }) => (content as { n: number }).n)).toEqual([...Array(19).keys()]);
  });
});
