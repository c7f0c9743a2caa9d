import { type HDAccount, mnemonicToAccount } from "viem/accounts";

/** The mnemonic that every local Ethereum chain uses: its keys are known to all and worth nothing. */
const mnemonic = "test test test test test test test test test test test junk";

const account = (addressIndex: number) => mnemonicToAccount(mnemonic, { addressIndex });

export type Person = { name: string; account: HDAccount };
export type LicensedPerson = Person & { kind: number; licenceNumber: string };

const [physician, pharmacist, hospital] = [0, 1, 2];

/** Who is on the local chain. None of them exists; their names stand here and nowhere on the chain. */
export const people = {
  operator: { name: "Operator", account: account(0) },
  gateway: { name: "Gateway", account: account(19) },
  jurisdiction: "US-MA",
  boardRoot: { name: "Board of Massachusetts, root", account: account(1) },
  boardMember: { name: "Board of Massachusetts, clerk", account: account(2) },
  licensed: [
    { name: "Dr. Amara Okafor, family medicine", account: account(3), kind: physician, licenceNumber: "MD-204117" },
    { name: "Dr. Luís Ferreira, cardiology", account: account(4), kind: physician, licenceNumber: "MD-198852" },
    { name: "Dr. Hanna Weiss, psychiatry", account: account(5), kind: physician, licenceNumber: "MD-221906" },
    { name: "Noah Lindqvist, pharmacist", account: account(6), kind: pharmacist, licenceNumber: "PH-33071" },
    { name: "Harbor General Hospital", account: account(7), kind: hospital, licenceNumber: "HO-0412" },
  ] satisfies LicensedPerson[],
  patients: [
    { name: "Maya Chen", account: account(8) },
    { name: "Tomás Rivera", account: account(9) },
    { name: "Ingrid Solberg", account: account(10) },
    { name: "Kwame Mensah", account: account(11) },
  ] satisfies Person[],
};
