/** Hono's server puts its own Request and Response in the place of Node's, and other test files share this process. */
import { afterAll } from "vitest";

const { Request: NodeRequest, Response: NodeResponse } = globalThis;
afterAll(() => void Object.assign(globalThis, { Request: NodeRequest, Response: NodeResponse }));
