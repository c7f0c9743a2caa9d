import { contentSecurityPolicy } from "../../frontend/build/contentSecurityPolicy.ts";

/** The camera reads the QR at the desk, passkeys open the vault, and codes are copied. */
const ownFeatures = ["camera", "publickey-credentials-get", "publickey-credentials-create", "clipboard-write"];

const refusedFeatures = [
  "accelerometer",
  "autoplay",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "keyboard-map",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "sync-xhr",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/** What stands on every answer. Workers keep the policy of their own file, so it is not for pages alone. */
export function pageHeaders(connectOrigins: readonly string[]): Record<string, string> {
  return {
    "Content-Security-Policy": `${contentSecurityPolicy(connectOrigins)}; frame-ancestors 'none'`,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": [
      ...ownFeatures.map((feature) => `${feature}=(self)`),
      ...refusedFeatures.map((feature) => `${feature}=()`),
    ].join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}
