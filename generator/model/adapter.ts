/** What a spec says in place of a hand-written function that forwards to another. */
import type { Span } from "../diagnostics/source-text.js";
import type { ExceptionReference } from "./declarations.js";
import type { ResolvedType } from "./type.js";

/** A variable of a call body that C++ writes. */
export interface LocalVariable {
  readonly name: string;
  /** What it holds. */
  readonly type: ResolvedType;
  /** Whether it starts as what Python gives, by a parameter of its name; else value-initialised. */
  readonly isGiven: boolean;
  readonly doc?: string;
  readonly span: Span;
}

/** How a call has failed by what C++ returned or wrote, and what is raised then. */
export interface Failure {
  /** C++ over `result` and the parameters. */
  readonly when: string;
  /** C++ that makes a text. */
  readonly message: string;
  readonly raised: ExceptionReference;
  readonly whenSpan: Span;
  readonly messageSpan: Span;
}

/** What a call body does besides calling: Python's result is made of more, or of less, than C++'s. */
export interface Adapter {
  readonly locals: readonly LocalVariable[];
  /** What C++ returns, or what it is declared to. */
  readonly returned: ResolvedType | "deduced";
  /** Whether it is part of Python's result, or dropped. */
  readonly isReturned: boolean;
  /** The variable that holds it, where something looks at it before it is returned. */
  readonly bound?: string;
  /** C++: how many bytes there are where it points to. */
  readonly length?: { readonly expression: string; readonly span: Span };
  /** Whether it is a pointer, and Python gets what that refers to. */
  readonly isPointee: boolean;
  /** The locals that are part of Python's result. */
  readonly outputs: readonly string[];
  readonly failure?: Failure;
}
