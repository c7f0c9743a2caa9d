/** An IPFS node on this machine, until it is told to end. */
import { createIpfsNode } from "./createIpfsNode.ts";
import { FolderInUseError } from "./lockFolder.ts";

const port = Number(process.env.OWNCHART_IPFS_PORT ?? 5001);
const folder = `${process.env.OWNCHART_DATA ?? ".ownchart"}/ipfs`;
const node = await createIpfsNode({ folder, port, report }).catch(explainWhyNot);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
process.once("disconnect", end); // who started this is gone
console.log(`IPFS at ${node.url}, kept in ${folder}`);

async function end() {
  await node.close();
  process.exit(0);
}

function explainWhyNot(error: NodeJS.ErrnoException): never {
  const isTaken = error.code === "EADDRINUSE";
  const isPort = error.code !== "ERR_SOCKET_BAD_PORT";
  if (isTaken) console.error(`Port ${port} is taken: end what runs there, or set OWNCHART_IPFS_PORT.`);
  else if (!isPort) console.error("OWNCHART_IPFS_PORT is no port.");
  else console.error(error instanceof FolderInUseError ? error.message : error);
  process.exit(1);
}

/** Without the words of libraries, which may hold what was asked for. */
function report(event: string, error: unknown) {
  const kind = error instanceof Error ? ("code" in error ? String(error.code) : error.name) : typeof error;
  console.error(new Date().toISOString(), event, kind);
}
