/** Turns the verbatim C++ of a spec into that of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { VerbatimCode } from "../model/declarations.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { Context } from "./context.js";
import { moduleScopes } from "./module-scopes.js";
import { join } from "./type-table.js";

interface Owner {
  readonly what: "module" | "class";
  readonly code: ClassSpec["code"];
  readonly path: Path;
  readonly scope: string;
  readonly logicalPath: string;
}

/** All of it: of the modules, then of the classes. */
export function lowerCode(context: Context): readonly VerbatimCode[] {
  const scopes = moduleScopes(context.located.spec);
  const modules = scopes.map(
    ({ contents, path, pythonPath, logicalPath }): Owner => ({
      what: "module",
      code: contents.code,
      path,
      scope: pythonPath,
      logicalPath,
    }),
  );
  const classes = scopes.flatMap(({ contents, path, pythonPath, logicalPath }) =>
    classOwners(contents.classes ?? [], { path, scope: pythonPath, logicalPath }),
  );
  return [...modules, ...classes].flatMap((each) => lowerCodeOf(context, each));
}

function classOwners(
  classes: readonly ClassSpec[],
  around: Pick<Owner, "path" | "scope" | "logicalPath">,
): readonly Owner[] {
  return classes.flatMap((each, index) => {
    const owner: Owner = {
      what: "class",
      code: each.code,
      path: [...around.path, "classes", index],
      scope: join(around.scope, ".", each.name),
      logicalPath: `${around.logicalPath}/classes/${each.name}`,
    };
    return [owner, ...classOwners(each.classes ?? [], owner)];
  });
}

function lowerCodeOf(
  { located, report }: Context,
  { what, code, path, scope, logicalPath }: Owner,
): readonly VerbatimCode[] {
  return (code ?? []).map(({ at, cpp, gil, stub }, index) => {
    const here = [...path, "code", index] as const;
    if (at !== "namespace" && at !== what) {
      report(diagnose("GB2065", { at, what }, { span: located.at(...here, "at") }));
    } else if ((gil === "none") !== (at === "namespace")) {
      report(diagnose("GB3060", { at, gil }, { span: located.at(...here, "gil") }));
    } else if (at === "namespace" && stub !== undefined) {
      report(diagnose("GB2083", {}, { span: located.atKey(here, "stub") }));
    }
    return {
      at,
      scope,
      text: linesOf(cpp),
      ...(stub !== undefined && {
        stub: { text: linesOf(stub), span: located.at(...here, "stub") },
      }),
      logicalPath: `${logicalPath}/code/${index + 1}`,
      span: located.at(...here, "cpp"),
    };
  });
}

function linesOf(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("\n");
}
