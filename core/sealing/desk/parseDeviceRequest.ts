import { type DeviceRequest, deviceRequestSchema } from "./deviceRequestSchema.ts";
import { parseRequest } from "./parseRequest.ts";

export function parseDeviceRequest(text: string): DeviceRequest {
  return parseRequest(text, deviceRequestSchema);
}
