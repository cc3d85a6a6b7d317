/** Which proofs are made of each callable, and of what Python drops: the view of the probe tests. */
import type { Span } from "../diagnostics/source-text.js";
import type { Callable, Example, Parameter } from "../model/callable.js";
import type { Class } from "../model/class.js";
import { callablesOf, type Module } from "../model/model.js";
import type { CallbackFacts } from "../model/type.js";
import { isDeferring } from "./deferring.js";
import { setupLiteral } from "./example-setup.js";
import { pythonString } from "./literals.js";
import { needsOf } from "./presence-tests-view.js";

/** A callable, its examples, and what is proved with them. */
export interface ProofView {
  /** The Python name that holds the example: "EXAMPLE_f_2". */
  readonly constant: string;
  /** "f: release", for people. */
  readonly summary: string;
  /** The callable's name in Python, quoted for Python. */
  readonly pathLiteral: string;
  /** The callable, told from its overloads, quoted for Python. */
  readonly idLiteral: string;
  /** The statement before the first example, quoted for Python. */
  readonly setupLiteral: string;
  /** The first example, quoted for Python. */
  readonly callLiteral: string;
  /** The parameters that are callbacks. */
  readonly callbacks: readonly ParameterView[];
  /** The parameters that are locked. */
  readonly locked: readonly ParameterView[];
  /** All other examples that return, where a proof takes more than the first. */
  readonly furtherCalls: readonly FurtherCallView[];
  /** The Python name that holds all examples; "" where no proof takes more than the first. */
  readonly constantOfAll: string;
  /** The tests. */
  readonly tests: readonly ProofTestView[];
}

/** A further example of a proof. */
interface FurtherCallView {
  /** The Python expression, quoted for Python. */
  readonly callLiteral: string;
  /** The Python statement before it, quoted for Python. */
  readonly setupLiteral: string;
}

/** A parameter that a proof looks at. */
interface ParameterView {
  /** Its name, quoted for Python. */
  readonly nameLiteral: string;
  /** Its position, from 0. */
  readonly position: number;
}

/** A test that proves something of a callable. */
interface ProofTestView {
  /** The test function. */
  readonly name: string;
  /** "gil_proof.prove_attached": in the folder support. */
  readonly proof: string;
  /** The arguments of the proof, in Python. */
  readonly arguments: string;
  /** Made with an exception of each kind. */
  readonly isForEachError: boolean;
  /** The arguments of `needs`, in Python; "" where the callable is always there. */
  readonly needs: string;
}

/** A callable that no test proves. */
export interface UnprovedView {
  /** The callable, told from its overloads, quoted for Python. */
  readonly idLiteral: string;
  /** Its GIL policy. */
  readonly policy: string;
}

/** What is promised of one callable, or of one destructor. */
interface Promised {
  readonly callable: Callable;
  readonly id: string;
  readonly policy: string;
  readonly span: Span;
  readonly examples: readonly Example[];
  /** Made when they are asked for: of most callables in a large module nobody does. */
  readonly proofs: () => readonly Proof[];
}

interface Proof {
  /** What the test's name ends in: "releases_the_gil". */
  readonly says: string;
  readonly proof: string;
  readonly takesAll?: boolean;
  readonly further?: string;
  readonly isForEachError?: boolean;
}

export function proofViews(module: Module): readonly ProofView[] {
  return promisesOf(module).flatMap((each) => {
    const [first] = each.examples;
    return first === undefined ? [] : [proofView(module, each, first)];
  });
}

/** Names of callables and destructors that no generated test proves: no arguments are known. */
export function unprovedViews(module: Module): readonly UnprovedView[] {
  return promisesOf(module)
    .filter((each) => each.examples.length === 0)
    .map(({ id, policy }) => ({ idLiteral: pythonString(id), policy }));
}

export function unprovedNames(module: Module): readonly string[] {
  return promisesOf(module)
    .filter((each) => each.examples.length === 0)
    .map((each) => each.id);
}

/** The place in the spec that each proof leads back to. */
export function proofPlaces(module: Module): readonly (readonly [string, Span])[] {
  return promisesOf(module).flatMap((each) =>
    each.proofs().map(({ says }) => [`${testName(each)}_${says}`, each.span] as const),
  );
}

function promisesOf(module: Module): readonly Promised[] {
  const mayWait = isDeferring(module);
  return [
    ...callablesOf(module).map((each) => promised(module, each, mayWait)),
    ...module.classes.flatMap(promisedDestructor),
  ];
}

function promised(module: Module, callable: Callable, isDeferring: boolean): Promised {
  return {
    callable,
    id: callable.id,
    policy: callable.gil.value.name,
    span: callable.gil.span ?? callable.span,
    examples: callable.examples.filter((each) => each.returns !== undefined),
    proofs: () => [
      ...policyProofs(callable),
      ...lockProofs(callable),
      ...overrideProofs(callable),
      ...boundaryProofs(isDeferring),
      ...sharedPointerProofs(module, callable),
      ...keptAliveProofs(callable),
      ...callbackProofs(callable),
      ...fieldProofs(callable),
    ],
  };
}

/** What makes an object drops it too: the examples of the constructors. */
function promisedDestructor(each: Class): readonly Promised[] {
  const isCalled = ({ examples }: Callable) => examples.some((one) => one.returns !== undefined);
  const callable = each.constructors.find(isCalled) ?? each.constructors[0];
  if (each.destructor.value !== "release" || callable === undefined) return [];
  return [
    {
      callable: { ...callable, identifier: `${each.identifier}_destructor`, parameters: [] },
      id: `${each.pythonPath}.__del__`,
      policy: "release",
      span: each.destructor.span ?? each.span,
      examples: each.constructors
        .flatMap((one) => one.examples)
        .filter((one) => one.returns !== undefined),
      proofs: () => [{ says: "releases_the_gil", proof: "gil_proof.prove_met_while_released" }],
    },
  ];
}

function policyProofs({ gil, overriding, implementation }: Callable): readonly Proof[] {
  const { name, when } = gil.value;
  if (overriding !== undefined) {
    // What a condition chose is what the probe was promised.
    const state = pythonString(name === "release" ? "detached" : "attached");
    const proof = {
      proof: "override_proof.prove_where_reached",
      takesAll: true,
      ...(when === undefined && { further: `state=${state}` }),
    };
    return [{ says: "keeps_its_policy", ...proof }];
  }
  if (when !== undefined) {
    return [
      { says: "keeps_its_condition", proof: "gil_proof.prove_condition_decides", takesAll: true },
    ];
  }
  switch (name) {
    case "hold":
      return [{ says: "holds_the_gil", proof: "gil_proof.prove_attached" }];
    case "release":
      return [{ says: "releases_the_gil", proof: "gil_proof.prove_met_while_released" }];
    case "guard":
      return [{ says: "steers_the_gil", proof: "gil_proof.prove_steered", takesAll: true }];
    case "steps": {
      const states = implementation.form === "steps" ? regionStates(implementation.steps) : [];
      const further = `[${states.join(", ")}]`;
      return [{ says: "keeps_its_steps", proof: "gil_proof.prove_regions", further }];
    }
  }
}

/** Adjacent steps of one state share a region. */
function regionStates(steps: readonly { readonly state: string }[]): readonly string[] {
  const states = steps.map((each) => each.state);
  return states
    .filter((state, index) => state !== states[index - 1])
    .map((state) => pythonString(state === "release" ? "detached" : "attached"));
}

function lockProofs({ locks }: Callable): readonly Proof[] {
  const proofs: Proof[] = [];
  if (locks.some((each) => each.form === "object")) {
    proofs.push({ says: "is_locked", proof: "gil_proof.prove_locked", takesAll: true });
  }
  if (locks.some((each) => each.form === "module")) {
    proofs.push({
      says: "locks_the_module",
      proof: "gil_proof.prove_module_locked",
      takesAll: true,
    });
  }
  return proofs;
}

function overrideProofs({ overriding }: Callable): readonly Proof[] {
  if (overriding === undefined) return [];
  const overridden = [
    {
      says: "is_overridden_attached",
      proof: "override_proof.prove_overridden",
      takesAll: true,
    },
    {
      says: "heeds_errors_of_overrides",
      proof: "override_proof.prove_error_of_override",
      takesAll: true,
      further: `policy=${pythonString(overriding.onError.value.name)}`,
    },
  ];
  if (overriding.isPure) return overridden;
  return [
    ...overridden,
    { says: "falls_back_detached", proof: "override_proof.prove_base_detached", takesAll: true },
  ];
}

function callbackProofs({ parameters, kind }: Callable): readonly Proof[] {
  // A setter keeps its callback for others to call.
  const callbacks = parameters.filter((each) => each.type.kind === "callback");
  if (callbacks.length === 0 || kind.endsWith("setter")) return [];
  return [
    { says: "calls_back_attached", proof: "gil_proof.prove_state_in_callbacks" },
    ...callbacks.map(({ name, type }) => errorProof(name, type.callback)),
    ...callbacks
      .filter(({ type }) => type.callback?.isKept !== true)
      .map(({ name }) => ({
        says: `gives_${name}_back`,
        proof: "gil_proof.prove_references_balance",
        further: pythonString(name),
      })),
  ];
}

function errorProof(name: string, callback: CallbackFacts | undefined): Proof {
  const further = pythonString(name);
  switch (callback?.onError.name) {
    case "unraisable": {
      const says = `reports_an_error_in_${name}`;
      return {
        says,
        proof: "error_proof.prove_error_is_unraisable",
        further,
        isForEachError: true,
      };
    }
    case "terminate":
      return {
        says: `ends_with_an_error_in_${name}`,
        proof: "error_proof.prove_error_terminates",
        further,
      };
    case "deferred":
      if (callback.thread === "native") {
        const says = `defers_an_error_in_${name}`;
        return {
          says,
          proof: "error_proof.prove_error_comes_later",
          further,
          isForEachError: true,
        };
      }
      return {
        says: `defers_an_error_in_${name}`,
        proof: "error_proof.prove_error_is_deferred",
        further,
        isForEachError: true,
      };
  }
  const says = `lets_an_error_in_${name}_through`;
  return { says, proof: "gil_proof.prove_error_comes_back", further, isForEachError: true };
}

/** Where some error of the module may wait, each call raises it. */
function boundaryProofs(isDeferring: boolean): readonly Proof[] {
  if (!isDeferring) return [];
  return [{ says: "raises_what_waits", proof: "gil_proof.prove_boundary", takesAll: true }];
}

/** Those of a constructor count from its object, which no example gives by itself. */
function keptAliveProofs({ policy, kind }: Callable): readonly Proof[] {
  if (kind === "constructor") return [];
  return policy.keepsAlive.map(({ custodian, ward }) => ({
    says: `keeps_${ward}_alive_with_${custodian}`,
    proof: "lifetime_proof.prove_kept_alive",
    takesAll: true,
    further: `custodian=${custodian}, ward=${ward}`,
  }));
}

/** Of the module's own classes: a pointer to another module's is made, and watched, by that module. */
function sharedPointerProofs({ classes }: Module, { parameters }: Callable): readonly Proof[] {
  const own = new Set(classes.map(({ pythonPath }) => pythonPath));
  const isWatched = ({ type }: Parameter) =>
    type.kind === "shared-pointer" && type.className !== undefined && own.has(type.className);
  if (!parameters.some(isWatched)) return [];
  return [
    {
      says: "drops_shared_pointers",
      proof: "lifetime_proof.prove_shared_pointers",
      takesAll: true,
    },
  ];
}

/** A field that keeps a callback. */
function fieldProofs({ kind, parameters }: Callable): readonly Proof[] {
  const [value] = parameters;
  if (!kind.endsWith("setter") || value?.type.kind !== "callback") return [];
  return [{ says: "lets_go_of_what_it_held", proof: "error_proof.prove_replaced" }];
}

function testName({ callable }: Promised): string {
  return `test_${callable.identifier}`;
}

function proofView(module: Module, promise: Promised, first: Example): ProofView {
  const { callable, examples } = promise;
  const proofs = promise.proofs();
  const constant = `EXAMPLE_${callable.identifier}`;
  const takesAll = proofs.some((each) => each.takesAll === true) && examples.length > 1;
  const constantOfAll = takesAll ? `EXAMPLES_${callable.identifier}` : "";
  const locked = new Set(
    callable.locks.flatMap((each) => (each.form === "object" ? [each.name] : [])),
  );
  const views = callable.parameters.map(({ name, type }, position) => ({
    name,
    isCallback: type.kind === "callback",
    nameLiteral: pythonString(name),
    position,
  }));
  return {
    constant,
    summary: `${promise.id}: ${promise.policy}`,
    pathLiteral: pythonString(callable.pythonPath),
    idLiteral: pythonString(promise.id),
    setupLiteral: setupLiteral(module, first.setup),
    callLiteral: pythonString(first.call),
    callbacks: views.filter((each) => each.isCallback),
    locked: views.filter((each) => locked.has(each.name)),
    furtherCalls: takesAll
      ? examples.slice(1).map((each) => ({
          callLiteral: pythonString(each.call),
          setupLiteral: setupLiteral(module, each.setup),
        }))
      : [],
    constantOfAll,
    tests: proofs.map(({ says, proof, takesAll: all, further, isForEachError }) => {
      const subject = all === true && takesAll ? `*${constantOfAll}` : constant;
      const keyword = further === undefined ? [] : [further];
      return {
        name: `${testName(promise)}_${says}`,
        proof,
        arguments: [subject, ...keyword, ...(isForEachError === true ? ["error"] : [])].join(", "),
        isForEachError: isForEachError ?? false,
        needs: needsOf(module, callable.logicalPath),
      };
    }),
  };
}
