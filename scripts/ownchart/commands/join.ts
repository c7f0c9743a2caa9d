import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { command } from "../Command.ts";
import { recoveryCodeLines } from "../keys/recoveryCodeLines.ts";

export const join = command({
  name: "join",
  summary: "get ready to be shared with: what a clinician does first",
  operands: [],
  description:
    "Keeps your vault at the gateway and publishes the key under which patients seal theirs to you. " +
    "Doing it again changes nothing.",
  examples: ["join --keys doctor.keys", "join --account 3"],
  options: {},
  async run(context) {
    const world = await context.world();
    const kept = await world.keepVault();
    await publishIdentity({ holder: await world.holder() });
    const { address } = world;
    return {
      text: [`Patients can now share with ${address}.`, ...recoveryCodeLines(kept.recoveryCode)],
      json: { address, ...kept },
    };
  },
});
