import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Coding, type Concept, concept, hl7 } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

/** By what a picture is taken: DICOM's code of it, of the kind of its objects, and of the report's section. */
const modalities = {
  ultrasound: { code: "US", display: "Ultrasound", objects: "1.2.840.10008.5.1.4.1.1.6.1", section: "RUS" },
  radiograph: { code: "DX", display: "Digital Radiography", objects: "1.2.840.10008.5.1.4.1.1.1.1", section: "RAD" },
  photograph: {
    code: "OP",
    display: "Ophthalmic Photography",
    objects: "1.2.840.10008.5.1.4.1.1.77.1.5.1",
    section: "RAD",
  },
};

export type ImageOfParameters = {
  modality: keyof typeof modalities;
  /** What was examined, as the report is called. */
  examination: Concept;
  bodySite?: Coding;
  conclusion: string;
  after?: number;
  labels?: readonly string[];
};

/** A study of one series, and what the radiologist said to it. The pictures themselves are not there. */
export function imageOf(visit: Visit, parameters: ImageOfParameters): void {
  const { modality, examination, bodySite, conclusion, after = 30, labels = [] } = parameters;
  const { history, reference } = visit;
  const { section, ...kind } = modalities[modality];
  const at = minutesAfter(visit.at, after);
  const shared = { subject: history.patient, encounter: reference };
  const study = {
    resourceType: "ImagingStudy",
    status: "available",
    modality: [dicom(kind)],
    ...shared,
    started: instant(at),
    numberOfSeries: 1,
    numberOfInstances: 1,
    procedureCode: [examination],
    series: [seriesOf(visit, kind, bodySite)],
  };
  const report = {
    resourceType: "DiagnosticReport",
    status: "final",
    category: [concept("Imaging", hl7("v2-0074", section))],
    code: examination,
    ...shared,
    effectiveDateTime: instant(at),
    issued: instant(minutesAfter(at, 45)),
    performer: [staffReference(history, "hospital")],
    imagingStudy: [addResource(history, { resource: study, at, labels })],
    conclusion,
  };
  addResource(history, { resource: report, at, labels });
}

type Kind = { code: string; display: string; objects: string };

function seriesOf({ history }: Visit, kind: Kind, bodySite: Coding | undefined) {
  // DICOM's way to make a name out of a UUID.
  const uid = () => `2.25.${BigInt(`0x${history.random.uuid().replaceAll("-", "")}`)}`;
  const sopClass = { system: "urn:ietf:rfc:3986", code: `urn:oid:${kind.objects}` };
  return {
    uid: uid(),
    number: 1,
    modality: dicom(kind),
    ...(bodySite && { bodySite }),
    numberOfInstances: 1,
    instance: [{ uid: uid(), number: 1, sopClass }],
  };
}

function dicom({ code, display }: Kind): Coding {
  return { system: "http://dicom.nema.org/resources/ontology/DCM", code, display };
}
