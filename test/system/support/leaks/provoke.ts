import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import type { Address } from "viem";
import type { Asking } from "#client/gateway/createGatewayClient.ts";
import { GatewayRefusal } from "#client/gateway/GatewayRefusal.ts";
import { readNothing } from "#client/gateway/readNothing.ts";
import type { Planted } from "./planted.ts";
import type { PlantedPerson } from "./personAt.ts";

type Person = Pick<PlantedPerson, "address" | "connection">;

type Provocation = Omit<Asking, "isRepeatable" | "accept">;

/** Requests that are wrong in every place where something can be wrong, each with a word of its own there. */
export async function provoke(planted: Planted, person: Person): Promise<void> {
  const word = (what: string) => planted.word("refused", what);
  for (const provocation of provocations(person.address, word)) await answerTo(person, provocation);
  const { port } = new URL(person.connection.gateway.url);
  for (const line of [`${word("method")} / HTTP/1.1`, `GET /%00${word("path")} HTTP/9.9`, word("noise")]) {
    await sendRaw(Number(port), `${line}\r\nHost: x\r\n\r\n`);
  }
}

/** Well-formed, to a gateway that has nowhere to keep it. Answers with how each was refused. */
export async function provokeWithoutDatabase(planted: Planted, person: Person): Promise<string[]> {
  const { address } = person;
  const word = () => planted.word("refused", "something that could not be kept");
  const vault = { v: 1, address, hint: word(), slots: [] };
  return [
    await refused(person, { method: "PUT", path: `/vaults/${address}`, headers: first, body: JSON.stringify(vault) }),
    await refused(person, { method: "POST", path: `/inbox/${address}`, body: word() }),
    await refused(person, { method: "POST", path: `/desk/0x${"ab".repeat(16)}`, body: word(), isPublic: true }),
    await refused(person, { path: `/inbox/${address}` }),
  ];
}

/** Well-formed, to a gateway that cannot ask the chain. */
export async function provokeWithoutChain(planted: Planted, person: Person): Promise<string[]> {
  const hex = (what: string, size: number) => {
    const bytes = randomBytes(size);
    planted.plant("refused", what, bytes);
    return `0x${bytes.toString("hex")}`;
  };
  const values = { subject: hex("address", 20), epoch: 0, nextKeyset: hex("hash", 32), deadline: 2 ** 33 };
  const message = { name: "Rotate", values, signature: hex("signature", 65) };
  return [
    await refused(person, { path: `/charts/${hex("chart", 20)}/capsules?keys=${hex("key", 16)}` }),
    await refused(person, { path: `/charts/${hex("chart", 20)}/capsules/${hex("digest", 32)}` }),
    await refused(person, { method: "POST", path: "/relay", body: JSON.stringify(message) }),
  ];
}

/** A body in the clear, by a client that forgot to seal it. */
export function provokeUpload(planted: Planted, person: Person) {
  return refused(person, { method: "PUT", path: "/blobs", body: planted.word("refused upload", "an unsealed body") });
}

const first = { "If-None-Match": "*" };

function provocations(own: Address, word: (what: string) => string): Provocation[] {
  const digest = `0x${"ab".repeat(32)}`;
  return [
    ...["charts", "grants", "vaults", "inbox", "log", "credentials", "relay", "desk", "nothing"].map((part) => ({
      path: `/${part}/${word("path")}`,
    })),
    ...["after", "keys", "epoch", "kind"].flatMap((name) => [
      { path: `/charts/${own}/capsules?${name}=${word("query")}` },
      { path: `/log/${own}?${name}=${word("query")}` },
      { path: `/inbox/${own}?${name}=${word("query")}` },
    ]),
    { method: "PUT", path: `/charts/${own}/capsules/${digest}`, body: word("capsule that is none") },
    { method: "PUT", path: `/grants/${own}/${digest.slice(0, 42)}?epoch=0`, body: word("grant that is not granted") },
    { method: "PUT", path: `/vaults/${own}`, headers: first, body: word("vault that is none") },
    { method: "PUT", path: `/vaults/${own}`, headers: { "If-Match": word("version") }, body: "{}" },
    {
      method: "PUT",
      path: `/credentials/${own}`,
      body: JSON.stringify({ holder: own, name: word("licence that is none") }),
    },
    { method: "POST", path: "/relay", body: JSON.stringify({ name: word("name of a message") }) },
    {
      method: "POST",
      path: "/relay",
      body: JSON.stringify({ name: "Rotate", values: { subject: word("value") }, signature: "0x" }),
    },
    {
      method: "POST",
      path: "/session",
      body: JSON.stringify({ message: word("message to sign in"), signature: "0x" }),
      isPublic: true,
    },
    { method: "POST", path: "/session", body: `{"message": "${word("JSON that breaks off")}`, isPublic: true },
    { path: "/session", headers: { Authorization: `Bearer ${word("token")}` }, isPublic: true },
    { path: "/session", headers: { Cookie: `ownchart-session=${word("cookie")}` }, isPublic: true },
    { path: "/metrics", headers: { Authorization: `Bearer ${word("token of an operator")}` }, isPublic: true },
    ...["Origin", "Referer", "User-Agent", "X-Forwarded-For", "Last-Event-ID", "Content-Type", "X-Name"].map(
      (name) => ({
        method: "POST" as const,
        path: "/session",
        headers: { [name]: word("header") },
        body: "{}",
        isPublic: true,
      }),
    ),
  ];
}

/** Some is refused by its name, and some overlooked. */
async function answerTo({ connection }: Person, provocation: Provocation): Promise<string | undefined> {
  try {
    await connection.gateway.ask({ ...provocation, isRepeatable: false }, readNothing);
    return undefined;
  } catch (error) {
    if (error instanceof GatewayRefusal) return error.name;
    throw error;
  }
}

/** What is not refused would be kept, and is a mistake of the test. */
async function refused(person: Person, provocation: Provocation): Promise<string> {
  const name = await answerTo(person, provocation);
  if (name === undefined) throw new Error(`${provocation.method ?? "GET"} ${provocation.path} was not refused.`);
  return name;
}

async function sendRaw(port: number, text: string): Promise<void> {
  const socket = connect(port, "localhost").on("error", () => {});
  socket.on("data", () => {}).end(text);
  await once(socket, "close");
}
