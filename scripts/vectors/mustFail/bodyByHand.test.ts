import { expect, it } from "vitest";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { sealBody } from "#core/sealing/body/sealBody.ts";
import { streamOf } from "#core/sealing/body/streamOf.ts";
import { randomFor } from "../randomFor.ts";
import { contentOf } from "../recordVectors.ts";
import { scene } from "../scene.ts";
import { bodyByHand, cutIntoChunks, plaintextOf } from "./bodyByHand.ts";

it.each([1, 65_536])(
  "a body by hand is the one that is sealed, while nothing is asked to be otherwise",
  async (length) => {
    const like = { dek: randomFor("dek")(32), streamHeader: randomFor("header")(24) };
    const { body } = sealBody({
      content: streamOf(contentOf(length)),
      length,
      dek: like.dek,
      place: scene,
      random: () => like.streamHeader,
    });
    expect(bodyByHand({ like, chunks: cutIntoChunks(plaintextOf(length)) })).toEqual(await bytesOf(body));
  },
);
