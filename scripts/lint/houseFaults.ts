/**
 * What each room may import from others. Arrows point only this way; nothing in core knows of a server or a screen.
 * Rooms that are not named, scripts and test, may import everything; a test anywhere may import what test holds.
 */
const mayImport: Record<string, readonly string[]> = {
  contracts: [],
  core: [],
  ipfs: ["core/"],
  gateway: ["core/", "ipfs/"],
  aggregator: ["core/"],
  client: ["core/", "ipfs/client/"],
  frontend: ["core/", "client/", "ipfs/client/"],
};

const mostContractLines = 250;

export type SourceFile = { path: string; text: string };

/** Where a file imports against the house's arrows, or a contract holds more than one can read at a sitting. */
export function houseFaults({ path, text }: SourceFile): string[] {
  const room = path.split("/")[0]!;
  const faults = importsOf(text).flatMap((specifier) => {
    const fault = importFault(path, room, specifier);
    return fault === undefined ? [] : [`${path} imports ${specifier}: ${fault}`];
  });
  const lines = text.split("\n").length - 1;
  if (path.endsWith(".sol") && lines > mostContractLines) {
    faults.push(`${path} has ${lines} lines; ${mostContractLines} are the most`);
  }
  return faults;
}

function importFault(path: string, room: string, specifier: string): string | undefined {
  const allowed = mayImport[room];
  if (allowed === undefined) return undefined;
  if (specifier.startsWith(".")) {
    const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
    const isTestSupport = path.endsWith(".t.sol") && target.startsWith("test/contracts/support/");
    return target.startsWith(`${room}/`) || isTestSupport ? undefined : `it leaves ${room}; say #room/… instead`;
  }
  if (specifier.startsWith("#")) {
    const target = specifier.slice(1);
    const support = /\.test\.tsx?$/.test(path) ? ["test/"] : [];
    const mayEnter = [`${room}/`, ...allowed, ...support].some((folder) => target.startsWith(folder));
    return mayEnter ? undefined : `${room} may import ${allowed.join(", ") || "no other room"}`;
  }
  if (room === "contracts" && !specifier.startsWith("@openzeppelin/")) return "contracts use OpenZeppelin alone";
  if (room === "core" && specifier.startsWith("node:") && !path.endsWith(".test.ts")) {
    return "core runs in browsers too, without disk and network";
  }
  return undefined;
}

/** The module names after `from`, in `import "…"` and in `import("…")`. */
function importsOf(text: string): string[] {
  const imports = /(?:\bfrom\s*|\bimport\s*\(?\s*)(["'])([^"'\n]+)\1/g;
  return [...text.matchAll(imports)].map((match) => match[2]!);
}
