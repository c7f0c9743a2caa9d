import { describe, expect, it } from "vitest";
import { labResult, newWorld, publish } from "#test/support/chartPeople.ts";
import { eraseRecord } from "./eraseRecord.ts";
import { exportChart } from "./exportChart.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { rotateKeys } from "./rotateKeys.ts";

describe("exportChart", () => {
  it("brings every record of every epoch with its content", async () => {
    const { patient: holder } = await newWorld();
    await publish(holder, labResult("one"));
    await rotateKeys({ holder });
    await publish(holder, labResult("two"));
    const exported = await Array.fromAsync(exportChart({ holder, access: await openOwnAccess({ holder }) }));
    const texts = exported.map((one) => "content" in one && new TextDecoder().decode(one.content));
    expect(texts).toEqual(["two", "one"]);
  });

  it("says of each that cannot be had why, and brings the others", async () => {
    const { patient: holder, services } = await newWorld();
    const [erased] = await publish(holder, labResult("erased"));
    await publish(holder, labResult("lost"));
    const [lost] = services.blobs.bodies.keys().drop(1);
    await publish(holder, labResult("damaged"));
    const [damaged] = services.blobs.bodies.keys().drop(2);
    await publish(holder, labResult("whole"));
    await eraseRecord({ holder, capsuleHash: erased! });
    services.blobs.bodies.delete(lost!);
    services.blobs.bodies.set(damaged!, new Uint8Array(4145));

    const exported = await Array.fromAsync(exportChart({ holder, access: await openOwnAccess({ holder }) }));
    expect(exported.map((one) => ("refusal" in one ? one.refusal : "whole"))).toEqual([
      "whole",
      "BodyNotItsCid",
      "RecordGone",
      "Missing",
    ]);
  });

  it("stops in the middle of a record", async () => {
    const { patient: holder, services } = await newWorld();
    await publish(holder, labResult("large", { content: new Blob([new Uint8Array(2_000_000)]) }));
    const access = await openOwnAccess({ holder });
    const cancelling = new AbortController();
    const whole = services.blobs.get.bind(services.blobs);
    let cancelled: unknown;
    services.blobs.get = async (cid) => {
      const body = (await whole(cid))!.getReader();
      return new ReadableStream({
        async pull(controller) {
          const { value, done } = await body.read();
          if (done) controller.close();
          else controller.enqueue(value);
          cancelling.abort();
        },
        cancel: (reason) => void (cancelled = reason),
      });
    };
    const exporting = exportChart({ holder, access, signal: cancelling.signal });
    await expect(exporting.next()).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => cancelled).toMatchObject({ name: "AbortError" });
  });

  it("stops when it is cancelled, or when storage cannot be reached", async () => {
    const { patient: holder, services } = await newWorld();
    await publish(holder, labResult("one"));
    const access = await openOwnAccess({ holder });
    const cancelled = exportChart({ holder, access, signal: AbortSignal.abort() });
    await expect(cancelled.next()).rejects.toMatchObject({ name: "AbortError" });
    services.blobs.get = () => Promise.reject(new Error("The storage cannot be reached."));
    await expect(exportChart({ holder, access }).next()).rejects.toThrow("The storage cannot be reached.");
  });
});
