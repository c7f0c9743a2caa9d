/** Measures every operation that changes state, and writes the figures to test/contracts/gas.json and the README. */
import { tasks } from "hardhat";
import { writeGasFiles } from "./gas/gasFile.ts";
import { gasTable } from "./gas/gasTable.ts";
import { measureGas } from "./gas/measureGas.ts";

await tasks.getTask("build").run({ quiet: true, noTests: true });
const gas = await measureGas();
await writeGasFiles(gas);
console.log(gasTable(gas));
