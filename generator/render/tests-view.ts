/** What the templates of the emitted tests print. */
import type { Span } from "../diagnostics/source-text.js";
import type { Example } from "../model/callable.js";
import { callablesOf, definitionsOf, type Module } from "../model/model.js";
import { setupLiteral } from "./example-setup.js";
import { pythonString } from "./literals.js";
import { presenceConditionViews } from "./presence.js";
import { type NamePresenceView, namePresenceViews, needsOf } from "./presence-tests-view.js";
import {
  type ProofView,
  proofPlaces,
  proofViews,
  type UnprovedView,
  unprovedViews,
} from "./proofs-view.js";

/** An example of the spec, which is a test. */
export interface ExampleView {
  /** A name for the test: "test_f_2". */
  readonly testName: string;
  /** The Python statement before it, quoted for Python. */
  readonly setupLiteral: string;
  /** The Python expression, quoted for Python. */
  readonly callLiteral: string;
  /** Whether it raises. */
  readonly raises: boolean;
  /** What it returns or raises, quoted for Python. */
  readonly outcomeLiteral: string;
  /** The arguments of `needs`, in Python; "" where what is called is always there. */
  readonly needs: string;
}

/** What the emitted tests print. */
export interface ModuleTestsView {
  /** The modules that it imports, and so its tests, but those inside packages. */
  readonly imported: readonly string[];
  /** The examples of the spec. */
  readonly examples: readonly ExampleView[];
  /** The proofs of the GIL policies. */
  readonly proofs: readonly ProofView[];
  /** Callables for which no arguments are known. */
  readonly unproved: readonly UnprovedView[];
  /** Whether some entries are there for some versions of the library alone. */
  readonly isConditional: boolean;
  /** The names of such entries, but for overloads of what is always there. */
  readonly presences: readonly NamePresenceView[];
}

export function testsView(module: Module): ModuleTestsView {
  return {
    imported: module.imports.flatMap(({ module: name }) =>
      name === undefined || name.includes(".") ? [] : [name],
    ),
    examples: documentedIn(module).flatMap((each) => exampleViews(module, each)),
    proofs: proofViews(module),
    unproved: unprovedViews(module),
    isConditional: presenceConditionViews(module).length > 0,
    presences: namePresenceViews(module),
  };
}

/** The place in the spec that each emitted test function leads back to. */
export function testPlaces(module: Module): ReadonlyMap<string, Span> {
  const examples = documentedIn(module).flatMap((documented) =>
    documented.examples.map((each, index) => [exampleTest(documented, index), each.span] as const),
  );
  return new Map([...proofPlaces(module), ...examples]);
}

/** What has examples. */
interface Documented {
  readonly logicalPath: string;
  readonly identifier: string;
  readonly examples: readonly Example[];
}

/** A setter's examples are those of the property, which the getter has too. */
function documentedIn(module: Module): readonly Documented[] {
  const callables = callablesOf(module).filter(({ kind }) => !kind.endsWith("setter"));
  return [...callables, ...definitionsOf(module)];
}

function exampleTest({ identifier }: Documented, index: number): string {
  return `test_${identifier}_example_${index + 1}`;
}

function exampleViews(module: Module, documented: Documented): readonly ExampleView[] {
  return documented.examples.map((each, index) => ({
    testName: exampleTest(documented, index),
    setupLiteral: setupLiteral(module, each.setup),
    callLiteral: pythonString(each.call),
    raises: each.raises !== undefined,
    outcomeLiteral: pythonString(each.raises ?? each.returns ?? ""),
    needs: needsOf(module, documented.logicalPath),
  }));
}
