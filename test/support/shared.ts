/**
 * Test data in `../shared`, beside the project, the same in Node and in the browser. It is no part of the project: where
 * it is absent, a test that needs it says so and is left out.
 */
const inBrowser = "document" in globalThis;

/** The bytes of a file there, such as `vectors/sealing/vectors.json`; undefined where there is none. */
export async function readShared(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!inBrowser) return (await import("./sharedOnDisk.ts")).readSharedOnDisk(path);
  return (await fetched({ file: path }))?.bytes();
}

/** The sorted names in a folder there; none where there is no such folder. */
export async function listShared(folder: string): Promise<string[]> {
  if (!inBrowser) return (await import("./sharedOnDisk.ts")).listSharedOnDisk(folder);
  return (await (await fetched({ folder }))!.json()) as string[];
}

async function fetched(wanted: Record<string, string>): Promise<Response | undefined> {
  const response = await fetch(`/shared?${new URLSearchParams(wanted)}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(await response.text());
  return response;
}
