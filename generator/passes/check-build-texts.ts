/** Checks the texts that end up in `#include` lines and in CMake. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";

export function checkBuildTexts(context: Context): void {
  const { headers, sources, includeDirs, link } = context.located.spec.module;
  const path = "a path is made of letters, digits, blanks and . _ + - / without a leading -";
  const forms = [
    {
      key: "headers",
      texts: headers,
      what: "a header",
      form: /^(?:<[\w.+/-]+>|\w[\w .+/-]*|\.\.?\/[\w .+/-]+)$/,
      allowed: path,
    },
    { key: "sources", texts: sources, what: "a source", form: /^[\w./][\w .+/-]*$/, allowed: path },
    {
      key: "includeDirs",
      texts: includeDirs,
      what: "an include folder",
      form: /^[\w./][\w .+/-]*$/,
      allowed: path,
    },
    {
      key: "link",
      texts: link,
      what: "a library",
      form: /^[\w./][\w.+:/-]*$/,
      allowed: "a library is a name, a path or a CMake target such as acme::engine",
    },
  ] as const;
  for (const { key, texts, what, form, allowed } of forms) {
    for (const [index, text] of (texts ?? []).entries()) {
      if (form.test(text)) continue;
      const span = context.located.at("module", key, index);
      context.report(diagnose("GB2009", { text, what, allowed }, { span }));
    }
  }
}
