/** The files a module is made of, before anything is written. */
import type { Content } from "./content.js";

export interface GeneratedFile {
  /** Relative to the output folder, with `/` between the parts. */
  readonly path: string;
  /** A text is normalised and formatted; bytes are written as they are. */
  readonly content: Content;
  /** The user's file that this is a copy of, by the path the user knows. Copies are never formatted. */
  readonly copiedFrom?: string;
}

/** A file as it is to be written. */
export interface FormattedFile extends GeneratedFile {
  /** Identifies the text before formatting, and the formatter; absent where none was used. */
  readonly source?: string;
}
