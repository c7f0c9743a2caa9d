import { canonicalJson } from "../../consent/canonicalJson.ts";
import type { DeviceRequest } from "./deviceRequestSchema.ts";
import { parseDeviceRequest } from "./parseDeviceRequest.ts";

/** The request as the text that is committed to; refused if no other side could read it. */
export function createDeviceRequest(request: DeviceRequest): string {
  const text = canonicalJson(request);
  parseDeviceRequest(text);
  return text;
}
