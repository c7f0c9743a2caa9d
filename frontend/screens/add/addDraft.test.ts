import { expect, it } from "vitest";
import { draftOf } from "./addDraft.ts";

it("keeps the kinds that were chosen, also of an archive that waits for its passphrase again", () => {
  const record = { category: "labs", mediaType: "text/plain", title: "a", issued: "", resources: [] } as const;
  const chosen = { key: "r", record: { ...record, resources: [], content: new Blob() } };
  const of = { key: "f", error: undefined };
  const read = { ...of, file: new File(["a"], "a"), records: [{ ...chosen, category: undefined }] };
  const locked = { ...of, file: new File(["bc"], "b"), records: undefined, chosenBefore: ["labs" as const, null] };
  expect(draftOf([read, locked])?.files).toEqual([
    { name: "a", size: 1, kinds: [null] },
    { name: "b", size: 2, kinds: ["labs", null] },
  ]);
  expect(draftOf([])).toBeUndefined();
});
