import { command } from "../Command.ts";
import { readKeyFile } from "../keys/readKeyFile.ts";

export const keysShow = command({
  name: "keys show",
  summary: "whose keys are in a file",
  operands: ["FILE"],
  description: "Asks for no passphrase and opens nothing.",
  examples: ["keys show maya.keys"],
  options: {},
  async run(_context, { operands }) {
    const { chainId, vault } = await readKeyFile(operands[0]!);
    const { address } = vault;
    const ways = vault.slots.map(({ kind }) => kind);
    return {
      text: [`Address  ${address}`, `Chain    ${chainId}`, `Unlocks  ${ways.join(", ")}`],
      json: { address, chainId, ways },
    };
  },
});
