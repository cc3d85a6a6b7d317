/** Resolves the logical paths of emitted `#line` directives to places in the user's spec. */
import type { Span } from "../diagnostics/source-text.js";
import type { Callable } from "../model/callable.js";
import { knownExceptions } from "../model/imported.js";
import { callablesOf, definitionsOf, type Module } from "../model/model.js";
import { failurePath, lengthPath } from "./adapted-call-view.js";
import { presencePath } from "./presence.js";

export type SourceMap = ReadonlyMap<string, Span>;

export function sourceMap(module: Module): SourceMap {
  const declarations = [
    ...module.classes,
    ...module.classes.flatMap((each) => each.attributes),
    ...module.enumerations,
    ...module.exceptions,
    // Those of another module's exception are read here, too.
    ...knownExceptions(module).flatMap((each) => each.attributes),
    ...module.submodules,
    ...module.constants,
    ...module.converters,
    ...module.conversions,
    ...module.code,
    ...module.opaqueTypes,
    ...module.headers,
    ...module.declaredValues,
    ...definitionsOf(module),
    // What a class inherits of one of another module.
    ...module.classes.flatMap((each) => each.overridable),
  ].map(({ logicalPath, span }) => [logicalPath, span] as const);
  return new Map([
    [`${module.name}/module`, module.span],
    ...[...module.presences.values()]
      .flat()
      .map((each) => [presencePath(each), each.span] as const),
    ...declarations,
    ...callablesOf(module).flatMap(placesOf),
  ]);
}

function placesOf(callable: Callable): readonly (readonly [string, Span])[] {
  const { logicalPath, implementation, adapter, gil, targetSpan } = callable;
  const steps = implementation.form === "steps" ? implementation.steps : [];
  return [
    [logicalPath, targetSpan],
    ...(gil.span === undefined ? [] : [[`${logicalPath}/gil`, gil.span] as const]),
    ...(adapter?.length === undefined
      ? []
      : [[lengthPath(logicalPath), adapter.length.span] as const]),
    ...(adapter?.failure === undefined
      ? []
      : [
          [failurePath(logicalPath, "when"), adapter.failure.whenSpan] as const,
          [failurePath(logicalPath, "message"), adapter.failure.messageSpan] as const,
        ]),
    ...steps.map((step, index) => [`${logicalPath}/steps/${index + 1}`, step.span] as const),
  ];
}
