/** Measures every operation that changes state, and writes the figures to test/contracts/gas.json and the README. */
import { buildContracts } from "./build/buildContracts.ts";
import { writeGasFiles } from "./gas/gasFile.ts";
import { gasTable } from "./gas/gasTable.ts";
import { measureGas } from "./gas/measureGas.ts";

await buildContracts();
const gas = await measureGas();
await writeGasFiles(gas);
console.log(gasTable(gas));
