import { encodeAbiParameters, keccak256, toHex } from "viem";
import { boardRole } from "#core/chain/boardRole.ts";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import { beginning, createGasChain } from "./gasChain.ts";

const hash = (name: string) => keccak256(toHex(name));

/** Every operation that changes state, with the gas it takes; the same figures on every machine. */
export async function measureGas(): Promise<Record<string, number>> {
  const { person, addressOf, call, relay, deploy } = await createGasChain();
  const gas: Record<string, number> = {};
  const address = (index: number) => person(index).address;
  const [relayer, board, physician, hospital, gateway, patient, secondPatient, thirdPatient] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [nurse, laboratory] = [8, 9];
  const jurisdiction = jurisdictionBytes("US-MA");
  const year = 365 * 86_400;
  const [validFrom, validUntil] = [beginning, beginning + 5 * year];
  const deadline = BigInt(beginning + year);
  const none = toHex(0, { size: 32 });
  const [physicianKind, pharmacistKind, hospitalKind] = [0, 1, 2];

  await deploy("AccessManager", encodeAbiParameters([{ type: "address" }], [address(relayer)]));
  await deploy("LicenceRegistry", encodeAbiParameters([{ type: "address" }], [addressOf("AccessManager")]));
  await deploy("KeyDirectory");
  await deploy("ConsentRegistry");
  await deploy("StaffRegistry");
  const dependencies = [addressOf("LicenceRegistry"), addressOf("ConsentRegistry"), addressOf("StaffRegistry")];
  const addresses = dependencies.map(() => ({ type: "address" }));
  await deploy("RecordRegistry", encodeAbiParameters(addresses, dependencies));
  await deploy("AuditLog");
  await call(relayer, "AccessManager", "grantRole", [boardRole("US-MA"), address(board), 0]);

  const issue = (holder: number, kind: number) =>
    [address(holder), kind, jurisdiction, validFrom, validUntil, hash(`licence ${holder} ${kind}`)] as const;
  gas["licence.issue"] = await call(board, "LicenceRegistry", "issue", issue(physician, physicianKind));
  await call(board, "LicenceRegistry", "issue", issue(hospital, hospitalKind));
  await call(board, "LicenceRegistry", "issue", issue(hospital, pharmacistKind));
  const licence = [address(hospital), pharmacistKind];
  gas["licence.renew"] = await call(board, "LicenceRegistry", "renew", [...licence, validUntil + year]);
  gas["licence.suspend"] = await call(board, "LicenceRegistry", "suspend", licence);
  gas["licence.reinstate"] = await call(board, "LicenceRegistry", "reinstate", licence);
  gas["licence.revoke"] = await call(board, "LicenceRegistry", "revoke", licence);
  gas["licence.issue.again"] = await call(board, "LicenceRegistry", "issue", issue(hospital, pharmacistKind));

  const [x25519, xwing] = [hash("key"), `0x${hash("key").slice(2).repeat(38)}`] as const;
  gas["keys.publishKey.x25519"] = await call(patient, "KeyDirectory", "publishKey", [1, x25519]);
  gas["keys.publishKey.xwing"] = await call(physician, "KeyDirectory", "publishKey", [2, xwing]);
  const publishKey = { owner: address(hospital), suite: 2, key: xwing, nonce: 0, deadline };
  gas["keys.publishKeyBySig.xwing"] = await relay(hospital, "PublishKey", publishKey);

  const chart = { subject: address(secondPatient), generation: 1, epoch: 0, deadline };
  const grant = (grantee: number) => ({
    ...chart,
    grantee: address(grantee),
    read: true,
    contribute: true,
    validFrom: 0,
    validUntil,
    terms: hash("terms"),
    nextKeyset: none,
    grantNonce: 0,
  });
  const grantCall = (grantee: number) => [address(grantee), true, true, 0, validUntil, hash("terms"), none];
  gas["consent.openChart"] = await call(patient, "ConsentRegistry", "openChart", [hash("keyset 0")]);
  gas["consent.openChartBySig"] = await relay(secondPatient, "OpenChart", { ...chart, keyset: hash("keyset 0") });
  gas["consent.grant.new"] = await call(patient, "ConsentRegistry", "grant", grantCall(physician));
  gas["consent.grant.renew"] = await call(patient, "ConsentRegistry", "grant", grantCall(physician));
  await call(patient, "ConsentRegistry", "grant", grantCall(hospital));
  gas["consent.grantBySig.new"] = await relay(secondPatient, "Grant", grant(physician));
  gas["consent.grantBySig.renew"] = await relay(secondPatient, "Grant", { ...grant(physician), grantNonce: 1 });

  const capsules = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => hash(`${prefix} capsule ${i}`));
  const publish = (author: number, subject: number, count: number) =>
    call(author, "RecordRegistry", "publish", [address(subject), 0, capsules(`${author} ${subject} ${count}`, count)]);
  gas["records.publish.subject"] = await publish(patient, patient, 1);
  gas["records.publish.physician"] = await publish(physician, patient, 1);
  gas["records.publish.hospital"] = await publish(hospital, patient, 1);
  const hundredOne = await publish(physician, patient, 101);
  gas["records.publish.further"] = Math.round((hundredOne - gas["records.publish.physician"]) / 100);
  const ofPhysician = { author: address(physician), subject: address(secondPatient), epoch: 0, deadline };
  const signed = capsules("signed", 3);
  const [first, second, third] = signed as [`0x${string}`, `0x${string}`, `0x${string}`];
  gas["records.publishBySig.physician"] = await relay(physician, "Publish", { ...ofPhysician, capsules: [first] });
  const supersedeBySig = { ...ofPhysician, oldCapsule: first, newCapsule: second };
  gas["records.supersedeBySig"] = await relay(physician, "Supersede", supersedeBySig);
  const mark = { ...ofPhysician, capsule: second };
  gas["records.markEnteredInErrorBySig"] = await relay(physician, "MarkEnteredInError", mark);
  await relay(physician, "Publish", { ...ofPhysician, capsules: [third] });
  gas["records.disputeBySig"] = await relay(secondPatient, "Dispute", { ...chart, capsule: third });
  const [old, replaced] = [capsules(`${physician} ${patient} 1`, 1)[0]!, hash("new capsule")];
  const supersede = [address(patient), 0, old, replaced];
  gas["records.supersede"] = await call(physician, "RecordRegistry", "supersede", supersede);
  gas["records.dispute"] = await call(patient, "RecordRegistry", "dispute", [replaced]);
  const markCall = [address(patient), replaced];
  gas["records.markEnteredInError"] = await call(physician, "RecordRegistry", "markEnteredInError", markCall);

  const employment = { hospital: address(hospital), deadline };
  const appointCall = [address(nurse), validUntil];
  const appoint = { ...employment, staff: address(laboratory), validUntil, appointNonce: 0 };
  gas["staff.appoint.new"] = await call(hospital, "StaffRegistry", "appoint", appointCall);
  gas["staff.appoint.again"] = await call(hospital, "StaffRegistry", "appoint", appointCall);
  gas["staff.appointBySig.new"] = await relay(hospital, "Appoint", appoint);
  const asStaff = [address(hospital), address(patient), 0, capsules("staff", 1)];
  gas["records.publishAsStaff"] = await call(nurse, "RecordRegistry", "publishAsStaff", asStaff);
  gas["records.publishAsStaffBySig"] = await relay(laboratory, "PublishAsStaff", {
    ...employment,
    staff: address(laboratory),
    subject: address(patient),
    epoch: 0,
    capsules: capsules("signed staff", 1),
  });
  gas["staff.withdraw"] = await call(hospital, "StaffRegistry", "withdraw", [address(nurse)]);
  const withdraw = { ...employment, staff: address(laboratory), withdrawNonce: 0 };
  gas["staff.withdrawBySig"] = await relay(hospital, "Withdraw", withdraw);

  gas["consent.revoke"] = await call(patient, "ConsentRegistry", "revoke", [address(physician), none]);
  const revokeCall = [address(hospital), hash("keyset 1")];
  gas["consent.revoke.keyset"] = await call(patient, "ConsentRegistry", "revoke", revokeCall);
  const revoke = { ...chart, grantee: address(physician), nextKeyset: hash("keyset 1"), revokeNonce: 0 };
  gas["consent.revokeBySig.keyset"] = await relay(secondPatient, "Revoke", revoke);
  gas["consent.rotate"] = await call(patient, "ConsentRegistry", "rotate", [1, hash("keyset 2")]);
  const rotate = { ...chart, epoch: 1, nextKeyset: hash("keyset 2") };
  gas["consent.rotateBySig"] = await relay(secondPatient, "Rotate", rotate);
  gas["consent.revokeAll"] = await call(patient, "ConsentRegistry", "revokeAll", [none]);
  gas["consent.revokeAll.keyset"] = await call(patient, "ConsentRegistry", "revokeAll", [hash("keyset 3")]);
  const revokeAll = { ...chart, epoch: 2, nextKeyset: hash("keyset 3") };
  gas["consent.revokeAllBySig.keyset"] = await relay(secondPatient, "RevokeAll", revokeAll);
  await call(thirdPatient, "ConsentRegistry", "openChart", [hash("keyset 0")]);
  const onlyFromNow = [...grantCall(physician).slice(0, 6), hash("keyset 1")];
  gas["consent.grant.new.keyset"] = await call(thirdPatient, "ConsentRegistry", "grant", onlyFromNow);

  gas["audit.anchor.first"] = await call(gateway, "AuditLog", "anchor", [hash("head 1"), 100n]);
  gas["audit.anchor.next"] = await call(gateway, "AuditLog", "anchor", [hash("head 2"), 200n]);
  return Object.fromEntries(Object.entries(gas).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
