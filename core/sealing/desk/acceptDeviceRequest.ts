import { type Address, isAddressEqual } from "viem";
import { SealingError } from "../SealingError.ts";
import type { DeviceRequest } from "./deviceRequestSchema.ts";
import { parseDeviceRequest } from "./parseDeviceRequest.ts";

export type AcceptDeviceRequestParameters = {
  text: string;
  chainId: number;
  consentRegistry: Address;
  address: Address;
};

/**
 * What the old device asks of a request before it hands the vault over: that both are of the same account, or the new one
 * of none yet. The digits are over the old one's address, so they differ on a device that was answered by somebody else.
 */
export function acceptDeviceRequest({ text, ...own }: AcceptDeviceRequestParameters): DeviceRequest {
  const request = parseDeviceRequest(text);
  const isOwn =
    request.chainId === own.chainId &&
    isAddressEqual(request.consentRegistry, own.consentRegistry) &&
    (request.address === undefined || isAddressEqual(request.address, own.address));
  if (!isOwn) throw new SealingError("DeskOfAnotherAccount");
  return request;
}
