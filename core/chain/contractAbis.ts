import { accessManagerAbi } from "./abi/accessManagerAbi.ts";
import { auditLogAbi } from "./abi/auditLogAbi.ts";
import { consentRegistryAbi } from "./abi/consentRegistryAbi.ts";
import { keyDirectoryAbi } from "./abi/keyDirectoryAbi.ts";
import { licenceRegistryAbi } from "./abi/licenceRegistryAbi.ts";
import { recordRegistryAbi } from "./abi/recordRegistryAbi.ts";
import { staffRegistryAbi } from "./abi/staffRegistryAbi.ts";

/** The ABI of every deployed contract, by its name. */
export const contractAbis = {
  AccessManager: accessManagerAbi,
  AuditLog: auditLogAbi,
  ConsentRegistry: consentRegistryAbi,
  KeyDirectory: keyDirectoryAbi,
  LicenceRegistry: licenceRegistryAbi,
  RecordRegistry: recordRegistryAbi,
  StaffRegistry: staffRegistryAbi,
} as const;

export type ContractName = keyof typeof contractAbis;

/** Every ABI in one, by which an error is recognised whichever contract it comes from. */
export const allContractsAbi = Object.values(contractAbis).flat();
