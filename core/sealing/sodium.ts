import sodium from "libsodium-wrappers";

/** The library with its WebAssembly loaded: whoever imports this can call it without waiting. */
await sodium.ready;

export { sodium };
