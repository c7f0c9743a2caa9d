/** A letter of one page as a PDF, made of nothing but lines of text. */
export function letterPdf({ title, lines }: { title: string; lines: readonly string[] }): Uint8Array<ArrayBuffer> {
  const text = [
    "BT",
    "/F1 15 Tf 60 780 Td 15 TL",
    `(${escaped(title)}) Tj`,
    "/F1 10.5 Tf 0 -13 Td",
    ...lines.map((line) => `T* (${escaped(line)}) Tj`),
    "ET",
  ].join("\n");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Title (${escaped(title)}) /Producer (Ownchart sample) >>`,
  ]);
}

/** The first object is the catalogue, the last says what the document is. Texts are Latin-1: a character is a byte. */
function pdfOf(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let file = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, "latin1"));
}

/** What Latin-1 does not have becomes a question mark. */
function escaped(text: string): string {
  return text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, "?").replaceAll(/[\\()]/g, String.raw`\$&`);
}
