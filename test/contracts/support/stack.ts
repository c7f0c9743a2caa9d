import { day, ethers } from "./chain.ts";
import { type Deployed, deploy } from "./deployed.ts";
import { type People, findPeople } from "./people.ts";

export type Stack = People & {
  manager: Deployed<"AccessManager">;
  licences: Deployed<"LicenceRegistry">;
  keys: Deployed<"KeyDirectory">;
  consents: Deployed<"ConsentRegistry">;
  records: Deployed<"RecordRegistry">;
  audit: Deployed<"AuditLog">;
  staff: Deployed<"StaffRegistry">;
};

export const [physicianKind, pharmacistKind, hospitalKind, researcherKind] = [0, 1, 2, 3] as const;
export const [read, contribute] = [1, 2] as const;
export const none = ethers.ZeroHash;
export const nobody = ethers.ZeroAddress;

export const hash = (name: string) => ethers.id(name);
export const keyset = (epoch: number) => hash(`keyset ${epoch}`);
export const first24 = (bytes32: string) => ethers.dataSlice(bytes32, 0, 24);
export const jurisdictions = { massachusetts: ascii6("US-MA"), bavaria: ascii6("DE-BY") };

/** The contracts, and the members of two boards. */
export async function deployStack(): Promise<Stack> {
  const people = await findPeople();
  const manager = await deploy("AccessManager", people.admin);
  const licences = await deploy("LicenceRegistry", manager.target);
  const consents = await deploy("ConsentRegistry");
  const staff = await deploy("StaffRegistry");
  const records = await deploy("RecordRegistry", licences.target, consents.target, staff.target);
  const [keys, audit] = [await deploy("KeyDirectory"), await deploy("AuditLog")];

  const { massachusetts, bavaria } = jurisdictions;
  await manager.grantRole(roleOfBoard(massachusetts), people.board, 0);
  await manager.grantRole(roleOfBoard(massachusetts), people.delayedMember, 3600);
  await manager.grantRole(roleOfBoard(bavaria), people.otherBoard, 0);
  return { ...people, manager, licences, keys, consents, records, audit, staff };
}

/** A stack where everybody who can be licensed is, until day 1000, and where the patient's chart is open: physician and
 * hospital may read and contribute until day 500. */
export async function deployPractice(): Promise<Stack> {
  const stack = await deployStack();
  const { licences, consents, board, patient } = stack;
  const licensed = [stack.physician, stack.pharmacist, stack.hospital, stack.researcher];
  for (const [kind, holder] of licensed.entries()) {
    const number = hash(`licence number ${kind}`);
    await licences.connect(board).issue(holder, kind, jurisdictions.massachusetts, day(0), day(1000), number);
  }
  await consents.connect(patient).openChart(keyset(0));
  for (const grantee of [stack.physician, stack.hospital]) await grantAccess(stack, grantee);
  return stack;
}

/** Lets the patient's grantee read and contribute from now until day 500. */
export function grantAccess({ consents, patient }: Stack, grantee: { address: string }) {
  return consents.connect(patient).grant(grantee.address, true, true, 0, day(500), hash("terms"), none);
}

/** The role of a board as the design says it: two fixed bytes, then the jurisdiction. */
export function roleOfBoard(jurisdiction: string): bigint {
  return BigInt(ethers.concat(["0xb0a2", jurisdiction]));
}

function ascii6(text: string): string {
  return ethers.zeroPadBytes(ethers.toUtf8Bytes(text), 6);
}
