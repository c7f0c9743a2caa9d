import { parseCid } from "../../dag/parseCid.ts";
import type { CID } from "multiformats/cid";
import { NodeError } from "../NodeError.ts";

/** A switch among the options of a command. */
export function flag(query: URLSearchParams, name: string, otherwise: boolean): boolean {
  const value = query.get(name);
  if (value === null) return otherwise;
  if (value !== "true" && value !== "false") throw new NodeError(`option "${name}" must be true or false`, 400);
  return value === "true";
}

/** A whole number among the options of a command. */
export function count(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(query.get(name) ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 0) throw new NodeError(`option "${name}" must be a whole number`, 400);
  return value;
}

/** Refuses what would change the outcome, and is not done here. */
export function refuseFlags(query: URLSearchParams, names: readonly string[]): void {
  for (const name of names) {
    if (flag(query, name, false)) throw new NodeError(`option "${name}" is not served by this node`, 400);
  }
}

/** The one CID that a command is about, alone or behind /ipfs/. */
export function cidArgument(query: URLSearchParams): CID {
  const args = query.getAll("arg");
  if (args.length !== 1) throw new NodeError('argument "ipfs-path" is required, once', 400);
  return parsePath(args[0]!);
}

/** Paths within directories are not served. */
export function parsePath(path: string): CID {
  try {
    return parseCid(path.replace(/^\/ipfs\//, ""));
  } catch {
    throw new NodeError("invalid path: a CID of raw or dag-pb bytes under sha2-256 is needed", 400);
  }
}
