/** The text of a spec to its document, by the syntax that the file's name tells. */
import type { Outcome } from "../diagnostics/diagnostic.js";
import type { SourceText } from "../diagnostics/source-text.js";
import type { DocumentNode } from "./document.js";
import { loadJson } from "./load-json.js";
import { loadYaml } from "./load-yaml.js";
import { syntaxOf } from "./syntax.js";
import { loadTypeScript } from "./typescript/load-typescript.js";

/** Whatever the syntax, the same document comes of the same spec; only the places differ. */
export function loadDocument(source: SourceText): Outcome<DocumentNode> {
  const syntax = syntaxOf(source.path);
  if (syntax === "ts") return loadTypeScript(source);
  return syntax === "yaml" ? loadYaml(source) : loadJson(source, syntax === "jsonc");
}
