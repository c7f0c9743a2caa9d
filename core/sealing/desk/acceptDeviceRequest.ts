import { isAddressEqual } from "viem";
import { SealingError } from "../SealingError.ts";
import type { DeviceRequest } from "./deviceRequestSchema.ts";
import { parseDeviceRequest } from "./parseDeviceRequest.ts";

export type AcceptDeviceRequestParameters = Omit<DeviceRequest, "device"> & { text: string };

/** What the old device asks of a request before it hands the vault over: that both are of the same account. */
export function acceptDeviceRequest({ text, ...own }: AcceptDeviceRequestParameters): DeviceRequest {
  const request = parseDeviceRequest(text);
  const isOwn =
    request.chainId === own.chainId &&
    isAddressEqual(request.consentRegistry, own.consentRegistry) &&
    isAddressEqual(request.address, own.address);
  if (!isOwn) throw new SealingError("DeskOfAnotherAccount");
  return request;
}
