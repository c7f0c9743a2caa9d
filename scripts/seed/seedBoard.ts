import { bytesToHex } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { createMail } from "#client/mail/createMail.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import type { BoardSecret } from "#core/licensing/Paper.ts";
import { signPaper } from "#core/licensing/signPaper.ts";
import { openSampleVault } from "./openSampleVault.ts";
import { type Person, people } from "./people.ts";
import { boardKey } from "./seedLicences.ts";

export type SeedBoardParameters = {
  connectionOf: (person: Person) => FullConnection;
  /** In Unix seconds, as the chain tells it. */
  now: number;
};

/** Gives the applicant and the sample board's members vaults and keys, and the members the secret of their board. */
export async function seedBoard({ connectionOf, now }: SeedBoardParameters): Promise<void> {
  const { applicant, boardMember, boardAssistant, jurisdiction } = people;
  for (const person of [applicant, boardMember, boardAssistant]) {
    await publishIdentity({ holder: await openSampleVault(person, connectionOf(person)) });
  }
  const connection = connectionOf(boardMember);
  const { chainId, contracts } = connection.clientChain.deployment;
  const content = { secret: bytesToHex(boardKey) };
  const licensing = await signPaper<BoardSecret>({
    paper: { paper: "secret", jurisdiction, at: now, content },
    signer: boardMember.account,
    place: { chainId, licenceRegistry: contracts.LicenceRegistry },
  });
  const mail = createMail(await openSampleVault(boardMember, connection), connection);
  for (const { account } of [boardMember, boardAssistant]) {
    await mail.send({ to: account.address, content: { licensing } });
  }
}
