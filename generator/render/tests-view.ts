/** What the templates of the emitted tests print. */
import type { Span } from "../diagnostics/source-text.js";
import { type Callable, callablesOf, type Module } from "../model/model.js";
import { pythonString } from "./literals.js";
import {
  type ProofView,
  proofPlaces,
  proofViews,
  type UnprovedView,
  unprovedViews,
} from "./proofs-view.js";

export interface ExampleView {
  /** A name for the test: "test_f_2". */
  readonly testName: string;
  readonly setupLiteral: string;
  readonly callLiteral: string;
  readonly raises: boolean;
  readonly outcomeLiteral: string;
}

export interface ModuleTestsView {
  readonly examples: readonly ExampleView[];
  readonly proofs: readonly ProofView[];
  /** Callables for which no arguments are known. */
  readonly unproved: readonly UnprovedView[];
}

export function testsView(module: Module): ModuleTestsView {
  return {
    examples: callablesOf(module).flatMap(exampleViews),
    proofs: proofViews(module),
    unproved: unprovedViews(module),
  };
}

/** The place in the spec that each emitted test function leads back to. */
export function testPlaces(module: Module): ReadonlyMap<string, Span> {
  const examples = callablesOf(module).flatMap((callable) =>
    callable.examples.map((each, index) => [exampleTest(callable, index), each.span] as const),
  );
  return new Map([...proofPlaces(module), ...examples]);
}

function exampleTest({ identifier }: Callable, index: number): string {
  return `test_${identifier}_example_${index + 1}`;
}

function exampleViews(callable: Callable): readonly ExampleView[] {
  // A setter's examples are those of the property, which the getter has too.
  if (callable.kind === "setter") return [];
  return callable.examples.map((each, index) => ({
    testName: exampleTest(callable, index),
    setupLiteral: pythonString(each.setup ?? ""),
    callLiteral: pythonString(each.call),
    raises: each.raises !== undefined,
    outcomeLiteral: pythonString(each.raises ?? each.returns ?? ""),
  }));
}
