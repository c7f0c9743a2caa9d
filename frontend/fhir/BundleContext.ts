import { createContext } from "react";
import type { BundleIndex } from "#core/records/bundleIndex.ts";

/** The resources that stand together, by what references call them. */
export const BundleContext = createContext<BundleIndex>(new Map());
