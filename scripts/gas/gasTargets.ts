/**
 * What each operation may cost, in gas. The floor is what the chain itself asks for (the transaction, its data, slots,
 * events, precompiles); between floor and target lies what our code may spend on computing. Operations without a target
 * are measured and watched for changes like all others.
 */
export const gasTargets: Record<string, { floor: number; target: number }> = {
  "consent.openChart": { floor: 45_100, target: 47_000 },
  "consent.openChartBySig": { floor: 50_100, target: 54_000 },
  "consent.grant.new": { floor: 49_100, target: 51_500 },
  "consent.grant.renew": { floor: 32_000, target: 34_300 },
  "consent.grantBySig.new": { floor: 54_500, target: 59_000 },
  "consent.grantBySig.renew": { floor: 37_400, target: 42_000 },
  "consent.revoke": { floor: 28_200, target: 30_000 },
  "consent.revoke.keyset": { floor: 35_200, target: 38_000 },
  "consent.revokeBySig.keyset": { floor: 40_400, target: 44_500 },
  "consent.revokeAll": { floor: 27_700, target: 29_000 },
  "consent.revokeAll.keyset": { floor: 29_900, target: 32_000 },
  "consent.rotate": { floor: 28_400, target: 30_500 },
  "records.publish.subject": { floor: 46_200, target: 48_000 },
  "records.publish.physician": { floor: 57_700, target: 62_500 },
  "records.publish.hospital": { floor: 59_800, target: 65_000 },
  "records.publishBySig.physician": { floor: 63_000, target: 69_500 },
  "records.publish.further": { floor: 24_500, target: 25_000 },
  "records.supersede": { floor: 64_900, target: 69_500 },
  "records.markEnteredInError": { floor: 28_800, target: 30_000 },
  "licence.issue": { floor: 74_700, target: 79_500 },
  "licence.suspend": { floor: 33_000, target: 36_500 },
  "audit.anchor.first": { floor: 45_500, target: 46_500 },
  "audit.anchor.next": { floor: 28_400, target: 29_500 },
  "keys.publishKey.x25519": { floor: 46_300, target: 48_500 },
  "keys.publishKey.xwing": { floor: 74_700, target: 78_000 },
};
