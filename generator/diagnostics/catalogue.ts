/** Every diagnostic there is, by its stable code. A code once published keeps its meaning. */
import { adapters } from "./catalogue/adapters.js";
import { boostParts } from "./catalogue/boost-parts.js";
import { commandLine } from "./catalogue/command-line.js";
import { declarations } from "./catalogue/declarations.js";
import { gil } from "./catalogue/gil.js";
import { hazards } from "./catalogue/hazards.js";
import { imports } from "./catalogue/imports.js";
import { internal } from "./catalogue/internal.js";
import { names } from "./catalogue/names.js";
import { operators } from "./catalogue/operators.js";
import { output } from "./catalogue/output.js";
import { presence } from "./catalogue/presence.js";
import { stubs } from "./catalogue/stubs.js";
import { syntax } from "./catalogue/syntax.js";
import { templates } from "./catalogue/templates.js";
import { toolchain } from "./catalogue/toolchain.js";
import { types } from "./catalogue/types.js";
import { unused } from "./catalogue/unused.js";
import { userFiles } from "./catalogue/user-files.js";

export type { CatalogueEntry } from "./catalogue/entry.js";

export const catalogue = {
  ...commandLine,
  ...output,
  ...toolchain,
  ...templates,
  ...syntax,
  ...names,
  ...imports,
  ...presence,
  ...gil,
  ...hazards,
  ...types,
  ...boostParts,
  ...adapters,
  ...operators,
  ...declarations,
  ...stubs,
  ...unused,
  ...userFiles,
  ...internal,
} as const;

export type DiagnosticCode = keyof typeof catalogue;
