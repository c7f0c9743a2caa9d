import { createContext } from "react";
import type { Reader } from "./format/Reader.ts";

/** For whom records are written here: unless somebody says otherwise, for whoever holds the device. */
export const ReaderContext = createContext<Reader>({ locale: navigator.language });
