/** The syntaxes that a spec can be written in, told by the end of the file's name. */

export type Syntax = "json" | "jsonc" | "yaml" | "ts";

const syntaxes: Readonly<Record<string, Syntax>> = {
  jsonc: "jsonc",
  yaml: "yaml",
  yml: "yaml",
  ts: "ts",
};

/** What has no ending of another syntax is JSON. */
export function syntaxOf(path: string): Syntax {
  return syntaxes[path.split(".").at(-1)?.toLowerCase() ?? ""] ?? "json";
}
