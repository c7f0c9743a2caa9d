import type { Call } from "../Call.ts";
import { add } from "./add.ts";
import { blockGet } from "./blockGet.ts";
import { blockPut } from "./blockPut.ts";
import { blockStat } from "./blockStat.ts";
import { cat } from "./cat.ts";
import { id } from "./id.ts";
import { pinAdd } from "./pinAdd.ts";
import { pinLs } from "./pinLs.ts";
import { pinRm } from "./pinRm.ts";
import { version } from "./version.ts";

/** What of Kubo's RPC this node speaks, by the path under /api/v0/. */
export const commands: ReadonlyMap<string, (call: Call) => Promise<void>> = new Map([
  ["version", version],
  ["id", id],
  ["add", add],
  ["cat", cat],
  ["pin/add", pinAdd],
  ["pin/rm", pinRm],
  ["pin/ls", pinLs],
  ["block/stat", blockStat],
  ["block/get", blockGet],
  ["block/put", blockPut],
]);
