import type { Diagnosis } from "./Diagnosis.ts";

/** Lines such as `I21.9|Heart attack|acute myocardial infarction; MI`; those that begin with # are headings. */
export function parseDiagnoses(text: string): Diagnosis[] {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [code, title, synonyms] = line.split("|");
    return { code: code!, title: title!, synonyms: synonyms?.split("; ") ?? [] };
  });
}
