/** What the templates of the emitted tests print. */
import type { Span } from "../diagnostics/source-text.js";
import { type Callable, callablesOf, type Example, type Module } from "../model/model.js";
import { pythonString } from "./literals.js";

export interface ExampleView {
  /** A name for the test: "test_f_2". */
  readonly testName: string;
  readonly setupLiteral: string;
  readonly callLiteral: string;
  readonly raises: boolean;
  readonly outcomeLiteral: string;
}

export interface ProofView {
  readonly testName: string;
  /** The Python name that holds the example: "F_2". */
  readonly constant: string;
  /** "f: release", for people. */
  readonly summary: string;
  readonly pathLiteral: string;
  readonly idLiteral: string;
  readonly setupLiteral: string;
  readonly callLiteral: string;
  readonly isHold: boolean;
  readonly isConditional: boolean;
  readonly isReleased: boolean;
  readonly isGuard: boolean;
  readonly isSteps: boolean;
  /** Of steps: the state of each region, as Python literals. */
  readonly regionStates: readonly string[];
  /** Further calls of a conditional callable: one side of its condition is half a proof. */
  readonly furtherCalls: readonly { readonly callLiteral: string; readonly setupLiteral: string }[];
  readonly hasCallbacks: boolean;
  readonly callbacks: readonly CallbackView[];
}

export interface CallbackView {
  readonly nameLiteral: string;
  readonly name: string;
  readonly position: number;
}

export interface ModuleTestsView {
  readonly examples: readonly ExampleView[];
  readonly proofs: readonly ProofView[];
  /** Callables for which no arguments are known. */
  readonly unproved: readonly { readonly idLiteral: string; readonly policy: string }[];
}

export function testsView(module: Module): ModuleTestsView {
  const callables = callablesOf(module);
  const examples = callables.flatMap(exampleViews);
  const proofs = callables.flatMap(proofView);
  return {
    examples,
    proofs,
    unproved: unprovedCallables(module).map((each) => ({
      idLiteral: pythonString(each.id),
      policy: each.gil.value.name,
    })),
  };
}

/** The place in the spec that each emitted test function leads back to. */
export function testPlaces(module: Module): ReadonlyMap<string, Span> {
  return new Map(
    callablesOf(module).flatMap((callable) => {
      const name = testName(callable);
      const proofs = [
        "holds_the_gil",
        "keeps_its_condition",
        "releases_the_gil",
        "steers_the_gil",
        "keeps_its_steps",
        "calls_back_attached",
        ...callable.parameters.map((each) => `lets_an_error_in_${each.name}_through`),
      ].map((proof) => [`${name}_${proof}`, callable.gil.span ?? callable.span] as const);
      const examples = callable.examples.map(
        (each, index) => [`${name}_example_${index + 1}`, each.span] as const,
      );
      return [...proofs, ...examples];
    }),
  );
}

/** The callables whose policy no generated test proves: no arguments are known for them. */
export function unprovedCallables(module: Module): readonly Callable[] {
  return callablesOf(module).filter((each) => provingExample(each) === undefined);
}

function provingExample(callable: Callable): Example | undefined {
  return callable.examples.find((each) => each.returns !== undefined);
}

/** All other examples that return. */
function furtherExamples(callable: Callable): readonly Example[] {
  const first = provingExample(callable);
  return callable.examples.filter((each) => each.returns !== undefined && each !== first);
}

function testName({ identifier }: Callable): string {
  return `test_${identifier}`;
}

function exampleViews(callable: Callable): readonly ExampleView[] {
  // A setter's examples are those of the property, which the getter has too.
  if (callable.kind === "setter") return [];
  return callable.examples.map((each, index) => ({
    testName: `${testName(callable)}_example_${index + 1}`,
    setupLiteral: pythonString(each.setup ?? ""),
    callLiteral: pythonString(each.call),
    raises: each.raises !== undefined,
    outcomeLiteral: pythonString(each.raises ?? each.returns ?? ""),
  }));
}

/** Adjacent steps of one state share a region. */
function regionStates({ implementation }: Callable): readonly string[] {
  if (implementation.form !== "steps") return [];
  const states = implementation.steps.map((each) => each.state);
  return states
    .filter((state, index) => state !== states[index - 1])
    .map((state) => pythonString(state === "release" ? "detached" : "attached"));
}

/** The first example that returns gives the arguments for the proof. */
function proofView(callable: Callable): readonly ProofView[] {
  const example = provingExample(callable);
  if (example === undefined) return [];
  const { name, when } = callable.gil.value;
  const callbacks = callable.parameters.flatMap((each, position) =>
    each.type.kind === "callback"
      ? [{ nameLiteral: pythonString(each.name), name: each.name, position }]
      : [],
  );
  return [
    {
      testName: testName(callable),
      constant: testName(callable).replace(/^test_/, "EXAMPLE_"),
      summary: `${callable.id}: ${name}`,
      pathLiteral: pythonString(callable.pythonPath),
      idLiteral: pythonString(callable.id),
      setupLiteral: pythonString(example.setup ?? ""),
      callLiteral: pythonString(example.call),
      isHold: name === "hold",
      isConditional: when !== undefined,
      isReleased: name === "release" && when === undefined,
      isGuard: name === "guard",
      isSteps: name === "steps",
      regionStates: regionStates(callable),
      furtherCalls: furtherExamples(callable).map((each) => ({
        callLiteral: pythonString(each.call),
        setupLiteral: pythonString(each.setup ?? ""),
      })),
      hasCallbacks: callbacks.length > 0,
      callbacks,
    },
  ];
}
