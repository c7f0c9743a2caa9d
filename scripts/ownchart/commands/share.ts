import { type Hex, sha256 } from "viem";
import { ChartError } from "#core/chart/ChartError.ts";
import { type ShareChartParameters, shareChart } from "#core/chart/shareChart.ts";
import { shareTerms } from "#core/chart/shareTerms.ts";
import { describeTerms } from "#core/consent/describeTerms.ts";
import { purposes } from "#core/consent/purposes.ts";
import { isFhirDate } from "#core/records/isFhirDate.ts";
import { command } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import type { Context } from "../Context.ts";
import { UsageError } from "../UsageError.ts";
import { didYouMean } from "../arguments/didYouMean.ts";
import { parseAddress } from "../arguments/parseAddress.ts";
import { parseCategories } from "../arguments/parseCategories.ts";
import { parseUntil } from "../arguments/parseTime.ts";
import { notRefreshedJson, notRefreshedLines } from "../notRefreshed.ts";

const histories = ["all", "this-epoch", "from-now"] as const;
const purposeNames = Object.keys(purposes) as (keyof typeof purposes)[];

export const share = command({
  name: "share",
  summary: "let somebody read your chart, or add to it",
  operands: ["GRANTEE"],
  description:
    "Shows in sentences what is given before it asks. Sharing again replaces what this person had; what is taken away " +
    "changes the keys of the chart. GRANTEE is an address whose owner has done join. " +
    "Your name and birth date go to the grantee, sealed, so that they can compare them with the person in the room.",
  examples: [
    "share 0x… --read labs,vitals --until 30d --account 8 --my-name 'Maya Chen' --born 1991-04-12",
    "share 0x… --read all --contribute encounters --until 2027-06-30 --history from-now",
  ],
  options: {
    read: { type: "string", value: "A,B", help: "categories they may read, or all" },
    contribute: { type: "string", value: "A,B", help: "categories they may add to, or all" },
    until: { type: "string", value: "WHEN", help: "the last day, such as 2027-06-30, or a span: 12h, 30d, 4w" },
    history: { type: "string", value: "WHICH", help: `${histories.join(", ")}; all unless told otherwise` },
    purpose: { type: "string", value: "WHAT", help: `${purposeNames.join(", ")}; treatment unless told otherwise` },
    name: { type: "string", value: "NAME", help: "what you call the grantee" },
    "my-name": { type: "string", value: "NAME", help: "whose chart it is; else OWNCHART_NAME, else asked for" },
    born: { type: "string", value: "DAY", help: "when you were born; else OWNCHART_BIRTH_DATE, else asked for" },
    yes: { type: "boolean", short: "y", help: "do not ask" },
  },
  async run(context, { values, operands }) {
    const now = context.now();
    const wish = {
      grantee: parseAddress(operands[0]!),
      ...(values.name !== undefined && { granteeName: values.name }),
      read: parseCategories(values.read),
      contribute: parseCategories(values.contribute),
      purpose: oneOf(purposeNames, values.purpose ?? "treatment", "--purpose"),
      history: oneOf(histories, values.history ?? "all", "--history"),
      validUntil: parseUntil(required(values.until, "--until"), now),
      now,
    };
    if (wish.read.length + wish.contribute.length === 0) throw new UsageError("Say with --read or --contribute what.");
    const about = await aboutOf(context, values);
    const world = await context.world();
    const holder = await world.holder();
    const sentences = describeTerms(await termsOf({ holder, about, ...wish }), { now });
    context.print(...sentences.flatMap(context.prose));
    await context.confirm(`Share with ${wish.grantee}?`, values.yes);
    const notRefreshed = await shareChart({ holder, about, ...wish });
    const { now: _now, ...given } = wish;
    return {
      text: ["Shared.", ...notRefreshedLines(notRefreshed)],
      json: { ...given, sentences, notRefreshed: notRefreshedJson(notRefreshed) },
    };
  },
});

/** The very terms, but for their salt, that are going to be signed: here to be shown first. */
async function termsOf(parameters: ShareChartParameters & { now: number }) {
  const { chain } = parameters.holder.services;
  const chart = await chain.chartOf(parameters.holder.address);
  if (chart === undefined) throw new ChartError("NoChart");
  const salt = sha256("0x").slice(0, 34) as Hex;
  return { ...shareTerms(parameters, { chainId: chain.chainId, chart }), salt };
}

type AboutValues = { "my-name"?: string; born?: string };

async function aboutOf(context: Context, values: AboutValues): Promise<ShareChartParameters["about"]> {
  const { environment } = context;
  const name = values["my-name"] ?? environment["OWNCHART_NAME"] ?? (await context.ask("Your name: "));
  const birthDate = values.born ?? environment["OWNCHART_BIRTH_DATE"] ?? (await context.ask("Born (1991-04-12): "));
  if (name === undefined || name.trim() === "" || birthDate === undefined) throw new CommandError("AboutMissing");
  if (!isFhirDate(birthDate.trim())) throw new UsageError("--born takes a day such as 1991-04-12, or a year.");
  return { name: name.trim(), birthDate: birthDate.trim() };
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`${option} is missing.`);
  return value;
}

function oneOf<Name extends string>(known: readonly Name[], word: string, option: string): Name {
  const found = known.find((name) => name === word);
  if (found === undefined) {
    throw new UsageError(`${option} takes ${known.join(", ")}.${didYouMean(word, known)}`);
  }
  return found;
}
