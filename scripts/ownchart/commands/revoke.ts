import { isAddressEqual } from "viem";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { command } from "../Command.ts";
import { parseAddress } from "../arguments/parseAddress.ts";
import { notRefreshedJson, notRefreshedLines } from "../notRefreshed.ts";

const honestNote = "What was already opened cannot be unseen. What is added from now on is under new keys.";

export const revoke = command({
  name: "revoke",
  summary: "end what somebody may do in your chart",
  operands: ["GRANTEE"],
  description: `Ends the grant and changes the keys of the chart in one step; all others get the new ones. ${honestNote}`,
  examples: ["revoke 0x… --account 8"],
  options: { yes: { type: "boolean", short: "y", help: "do not ask where nothing is in force" } },
  async run(context, { values, operands }) {
    const grantee = parseAddress(operands[0]!);
    const world = await context.world();
    const holder = await world.holder();
    const inForce = await world.connection.services.chain.grantsOf(world.address);
    if (!inForce.some((grant) => isAddressEqual(grant.grantee, grantee))) {
      context.print(
        ...context.prose("Nothing that you gave this address is in force; something may be still to begin."),
      );
      await context.confirm("End that, and change the keys?", values.yes);
    }
    const notRefreshed = await revokeAccess({ holder, grantee });
    return {
      text: [...context.prose(`Ended. ${honestNote}`), ...notRefreshedLines(notRefreshed)],
      json: { grantee, note: honestNote, notRefreshed: notRefreshedJson(notRefreshed) },
    };
  },
});
