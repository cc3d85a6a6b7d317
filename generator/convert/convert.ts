/** A spec in another syntax: the same document, and its comments where there is a place for them. */
import { format } from "prettier";
import type { SourceText } from "../diagnostics/source-text.js";
import { type DocumentNode, plainData } from "../spec/document.js";
import { type Syntax, syntaxOf } from "../spec/syntax.js";
import { commentsOf } from "./comments.js";
import type { JsonObject } from "./json.js";
import { printJson } from "./print-json.js";
import { printYaml } from "./print-yaml.js";
import { printTypeScript } from "./typescript/print-spec.js";
import { remarksFor } from "./typescript/remarks.js";

/**
 * @param root The document of `source`, which fits the schema.
 * @returns The text in the other syntax, formatted, with the line breaks of `source`; JSON has no place for comments.
 */
export async function convert(source: SourceText, root: DocumentNode, to: Syntax): Promise<string> {
  const data = plainData(root) as JsonObject;
  const comments = to === "json" ? [] : commentsOf(source, root, syntaxOf(source.path));
  const endOfLine = source.text.includes("\r\n") ? "crlf" : "lf";
  const layout = { printWidth: 100, endOfLine } as const;
  if (to === "ts") {
    const text = printTypeScript(data, remarksFor(comments));
    return format(text, { ...layout, parser: "typescript" });
  }
  if (to === "yaml") return format(printYaml(data, comments), { ...layout, parser: "yaml" });
  return format(printJson(data, comments), {
    ...layout,
    parser: to,
    trailingComma: "none",
    quoteProps: "preserve",
  });
}
