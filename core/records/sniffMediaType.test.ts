import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { sniffMediaType, sniffedLength } from "./sniffMediaType.ts";

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("sniffMediaType", () => {
  it.each([
    ["%PDF-1.7\n%\xe2\xe3\xcf\xd3", "application/pdf"],
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
    ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
    ["GIF87a\0\0", "image/gif"],
    ["GIF89a\0\0", "image/gif"],
    ["RIFF\0\0\0\0WEBPVP8 ", "image/webp"],
    ["RIFF\0\0\0\0WAVEfmt ", "application/octet-stream"],
    ["II*\0\x08\0\0\0", "image/tiff"],
    ["MM\0*\0\0\0\x08", "image/tiff"],
    ["\0\0\0\x18ftypheic\0\0\0\0", "image/heic"],
    ["\0\0\0\x18ftypmif1\0\0\0\0", "image/heif"],
    [`${"\0".repeat(128)}DICM\x02\0`, "application/dicom"],
    [`${"\0".repeat(127)}DICM\x02\0`, "application/octet-stream"],
    ["", "application/octet-stream"],
    ["\0\x01\x02", "application/octet-stream"],
    ["PK\x03\x04", "application/octet-stream"],
  ])("knows %o as %s", (begins, mediaType) => {
    expect(sniffMediaType(bytesOf(begins))).toBe(mediaType);
  });

  it.each([
    ["MSH|^~\\&|SENDER|", "x-application/hl7-v2+er7"],
    ["\u{feff}MSH|^~\\&|SENDER|", "x-application/hl7-v2+er7"],
    ["\v\nMSH|^~\\&|SENDER|\r\x1c\r", "x-application/hl7-v2+er7"],
    ["FHS|^~\\&|", "x-application/hl7-v2+er7"],
    ["MSH is where messages begin", "text/plain"],
    ['{"resourceType":"Patient"}', "application/fhir+json"],
    ['\u{feff}  {\n "id": "1",\n "resourceType" : "Patient"\n}', "application/fhir+json"],
    ['{"id":"1","resourceType":"Patient"}\n{"resourceType":"Patient"}\n', "application/fhir+ndjson"],
    ['{"id":"1","resourceType":"Patient"}\n', "application/fhir+json"],
    ['{"name":"none of FHIR"}', "application/json"],
    ["{}", "application/json"],
    ['[{"a":1}]', "application/json"],
    ["{see below}", "text/plain"],
    ["[1] first footnote", "text/plain"],
    ['<?xml version="1.0"?><!-- of a visit --><ClinicalDocument xmlns="urn:hl7-org:v3">', "application/hl7-cda+xml"],
    ['<cda:ClinicalDocument xmlns:cda="urn:hl7-org:v3">', "application/hl7-cda+xml"],
    ['<?xml version="1.0"?><Patient xmlns="http://hl7.org/fhir">', "application/fhir+xml"],
    ["<!DOCTYPE html><html>", "text/html"],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">', "image/svg+xml"],
    ["<letter>Dear patient</letter>", "application/xml"],
    ["<3 from all of us", "text/plain"],
    ["Blood pressure: 120/80\n", "text/plain"],
    ["Grüße aus der Klinik, 体温 36.6", "text/plain"],
  ])("knows %o as %s", (text, mediaType) => {
    expect(sniffMediaType(utf8(text))).toBe(mediaType);
  });

  it("reads what old systems write: UTF-16 with its mark, Latin-1 without any", () => {
    const utf16 = Uint8Array.from(
      [0xff, 0xfe, ..."<a/>"].flatMap((c) => (typeof c === "number" ? c : [c.charCodeAt(0), 0])),
    );
    expect(sniffMediaType(utf16)).toBe("application/xml");
    expect(sniffMediaType(bytesOf("MSH|^~\\&|M\xfcller"))).toBe("x-application/hl7-v2+er7");
  });

  it("needs no more than the head, even where that ends inside a character", () => {
    const long = utf8("a".repeat(sniffedLength - 1) + "ü");
    expect(sniffMediaType(long)).toBe("text/plain");
    const late = utf8(`<?xml version="1.0"?><!--${"-".repeat(50_000)}--><ClinicalDocument>`);
    expect(sniffMediaType(late)).toBe("application/hl7-cda+xml");
  });

  it("names something for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(sniffMediaType(bytes)).toMatch(/^[a-z-]+\/[a-z\d.+-]+$/);
      }),
    );
  });

  it.each(["<", '"resourceType":"A"}', "{", "<a:", " \n"])("is not slowed down by %o without end", (piece) => {
    const bytes = utf8(`{"${piece.repeat(sniffedLength)}`);
    const sniff = () => {
      sniffMediaType(bytes);
      sniffMediaType(utf8(`<${piece.repeat(sniffedLength)}`));
    };
    expect(quickest(sniff, { wanted: 500 })).toBeLessThan(500);
  });
});
