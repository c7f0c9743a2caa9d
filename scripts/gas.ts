import { measureGas } from "./gas/measureGas.ts";
import { gasTargets } from "./gas/gasTargets.ts";
const gas = await measureGas();
for (const [k, v] of Object.entries(gas)) {
  const t = gasTargets[k];
  console.log(k.padEnd(36), String(v).padStart(8), t ? `${t.floor} ${t.target} ${v <= t.target ? "" : "OVER"}` : "");
}
