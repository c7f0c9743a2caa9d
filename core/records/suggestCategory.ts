import type { Category } from "./categories.ts";
import { sensitiveCategories } from "./categoryTables/SensitiveCategory.ts";

/** Words that people put into file names; the sensitive ones first, as everywhere. */
const words: [Category, RegExp][] = [
  ["mental-health", /\b(?:psych\w*|psychotherap\w*|depress\w*|anxiety|phq|gad-?7|audit-?c|rehab\w*)\b/],
  ["sexual-health", /\b(?:hiv|sti|std|pregnan\w*|prenatal|antenatal|ob-?gyn|gyn\w*|contracept\w*|fertility|ivf)\b/],
  ["genomics", /\b(?:dna|gene|genes|genetic\w*|genom\w*|exome|brca\d?|karyotyp\w*|vcf)\b/],
  ["imaging", /\b(?:mri|ct|cat-?scan|x-?rays?|ultrasound|sono\w*|mammo\w*|radiolog\w*|pet-?ct|dicom|imaging)\b/],
  ["immunizations", /\b(?:vaccin\w*|immuni[sz]\w*|jab|jabs|booster)\b/],
  ["medications", /\b(?:prescri\w*|medication\w*|medicines?|pharmacy|rx)\b/],
  ["labs", /\b(?:lab|labs|laborator\w*|blood|bloods|urine|patholog\w*|biops\w*|cbc|hba1c)\b/],
  ["administrative", /\b(?:invoice\w*|bill|bills|claim\w*|insur\w*|receipt\w*|referral card|id card|consent)\b/],
  ["summary", /\b(?:summary|ips|ccd|allerg\w*|problem list)\b/],
];

/** A first guess at the category of a file, for a person to confirm; by its type, else by the words of its name. */
export function suggestCategory({ mediaType, name = "" }: { mediaType: string; name?: string | undefined }): Category {
  const spoken = name
    .slice(0, 500)
    .toLowerCase()
    .replaceAll(/[_.\s]+/g, " ");
  const byName = words.find(([, pattern]) => pattern.test(spoken))?.[0];
  const isSensitive = sensitiveCategories.some((category) => category === byName);
  if (mediaType === "application/dicom" && !isSensitive) return "imaging";
  return byName ?? "encounters";
}
