import type { Hex } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { type LicenceEvent, type RegisteredLicence, licenceHistories } from "#client/chain/licenceHistories.ts";
import { timesOf } from "#client/chain/timesOf.ts";
import type { Asking } from "./Licensing.ts";

/** The register of one board, and when each of its blocks was made. */
export type BoardRegister = { licences: RegisteredLicence[]; times: ReadonlyMap<Hex, number> };

export async function readBoardRegister(connection: FullConnection, jurisdiction: string): Promise<BoardRegister> {
  const { clientChain: chain } = connection;
  const events = await chain.eventsOf({ contract: "LicenceRegistry", head: await chain.head() });
  return { licences: licenceHistories(events, jurisdiction), times: await timesOf(chain, events) };
}

/** Whether the register shows that something was done after a moment: in a later block than the newest one then. */
export function wasDoneSince({ licences, times }: BoardRegister, wanted: Wanted): boolean {
  const { holder, kind, did, since } = wanted;
  const licence = licences.find((it) => it.holder.toLowerCase() === holder.toLowerCase() && it.kind === kind);
  return licence?.history.some((it) => it.did === did && (times.get(it.blockHash) ?? 0) > since) ?? false;
}

type Wanted = { holder: string; kind: number; did: LicenceEvent["did"]; since: number };

/** What is asked for is dated by the chain's clock, as what is done is. */
export function isDecided(register: BoardRegister, { by: holder, kind, at: since, content }: Asking): boolean {
  return wasDoneSince(register, { holder, kind, since, did: content.purpose === "new" ? "issued" : "renewed" });
}
