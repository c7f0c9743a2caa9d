import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";

export type Wire = {
  /** What a request must hold, its head and body as text. */
  request: RegExp;
  /** Before the request is passed on, or when its answer has come and was not passed on yet. */
  at: "request" | "answer";
  /** After so many bytes of the request. */
  afterBytes?: number;
  /** What an answer must hold by then, of those parts that have come; any will do without. */
  answer?: RegExp;
  /** What happens then. The connection is cut in any case. */
  pull(): void;
};

/** A TCP proxy that can be told to do something at a named point of what flows by, and to be cut off and back. */
export type Tripwire = {
  port: number;
  /** Resolves when it has been pulled, which happens once. */
  arm(wire: Wire): Promise<void>;
  cut(): void;
  mend(): void;
  /** Everything that was sent through it in either direction. */
  flown(): Buffer;
  close(): Promise<void>;
};

export async function tripwire({ target, keeps = false }: { target: number; keeps?: boolean }): Promise<Tripwire> {
  const sockets = new Set<Socket>();
  const flown: Buffer[] = [];
  let isCut = false;
  let armed: Armed | undefined;

  const server = createServer((client) => {
    if (isCut) return void client.destroy();
    const upstream = connect(target, "127.0.0.1");
    const both = [client, upstream];
    for (const socket of both) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    let asked = "";
    let told = "";
    let awaited: Armed | undefined;

    client.on("data", (data: Buffer) => {
      if (keeps) flown.push(data);
      asked = (asked + data.toString("latin1")).slice(-most);
      if (armed !== undefined && armed.request.test(asked) && asked.length >= (armed.afterBytes ?? 0)) {
        if (armed.at === "request") return pull(both);
        if (awaited !== armed) [awaited, told] = [armed, ""];
      }
      upstream.write(data);
    });
    upstream.on("data", (data: Buffer) => {
      if (keeps) flown.push(data);
      if (awaited !== undefined && awaited === armed) {
        told = (told + data.toString("latin1")).slice(-most);
        if (armed.answer?.test(told) !== false) return pull(both);
      }
      asked = "";
      client.write(data);
    });
  });

  function pull(both: Socket[]) {
    const { pull: act, pulled } = armed!;
    armed = undefined;
    act();
    for (const socket of both) socket.destroy();
    pulled();
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    arm: (wire) => new Promise((pulled) => void (armed = { ...wire, pulled })),
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => void (isCut = false),
    flown: () => Buffer.concat(flown),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

type Armed = Wire & { pulled(): void };

/** What is looked at of a request or an answer, the last of it. */
const most = 4 * 1024 * 1024;
