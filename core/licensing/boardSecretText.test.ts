import fc from "fast-check";
import { expect, test } from "vitest";
import { boardSecretText, parseBoardSecretText } from "./boardSecretText.ts";

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a printed secret is read again, however it is typed", () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const text = boardSecretText(secret);
      expect(text).toMatch(/^([0-9A-F]{4} ){16}[0-9A-F]{4}$/);
      for (const typed of [text, text.toLowerCase(), text.replaceAll(" ", "-"), ` ${text.replaceAll(" ", "")}\n`])
        expect([...parseBoardSecretText(typed)]).toEqual([...secret]);
    }),
  );
});

test("a mistyped one is noticed", () => {
  const text = boardSecretText(new Uint8Array(32).fill(7));
  const typed = [text.slice(1), `${text}0`, text.replace("0", "O"), text.replace("7", "1"), ""];
  for (const wrong of typed)
    expect(() => parseBoardSecretText(wrong)).toThrow(expect.objectContaining({ name: "BoardSecretMistyped" }));
});
