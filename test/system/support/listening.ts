import { connect } from "node:net";

/** Whether anybody listens on the port. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true) ?? socket.destroy());
    socket.once("error", () => resolve(false));
  });
}

/** Resolves once nobody listens on the port any more. */
export async function silence(port: number): Promise<void> {
  for (let attempt = 0; await isListening(port); attempt++) {
    if (attempt === 100) throw new Error(`Port ${port} is still served after ten seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
