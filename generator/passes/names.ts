/** Checks names, so that none can smuggle code into what is emitted. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Context } from "./context.js";
import { CPP_KEYWORDS, PYTHON_KEYWORDS } from "./words.js";

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const QUALIFIED_NAME = /^(?:::)?[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*$/;

type Reporting = Pick<Context, "report">;

export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** A name that may stand behind `self.` in emitted code. */
export function isMemberName(text: string): boolean {
  return isIdentifier(text) && !CPP_KEYWORDS.has(text);
}

export function isQualifiedName(text: string): boolean {
  return QUALIFIED_NAME.test(text) && !text.split("::").some((part) => CPP_KEYWORDS.has(part));
}

/** A name that Python code writes. */
export function checkPythonName(context: Reporting, name: string, what: string, span: Span): void {
  if (!IDENTIFIER.test(name)) context.report(diagnose("GB2001", { name, what }, { span }));
  else if (PYTHON_KEYWORDS.has(name)) context.report(diagnose("GB2003", { name, what }, { span }));
  else checkNotReserved(context, name, what, span);
}

/** A name that both Python and C++ code write: a parameter, or anything without a `cpp`. */
export function checkSharedName(context: Reporting, name: string, what: string, span: Span): void {
  if (IDENTIFIER.test(name) && CPP_KEYWORDS.has(name) && !PYTHON_KEYWORDS.has(name)) {
    context.report(diagnose("GB2002", { name, what }, { span }));
  } else {
    checkPythonName(context, name, what, span);
  }
}

/** The name of a variable in emitted C++: a parameter or a bound value. */
export function checkVariableName(
  context: Reporting,
  name: string,
  what: string,
  span: Span,
): void {
  if (name === "self") context.report(diagnose("GB2008", { name, what }, { span }));
  else checkSharedName(context, name, what, span);
}

/** A qualified C++ name, such as a class or a namespace. */
export function checkCppName(context: Reporting, text: string, what: string, span: Span): void {
  if (!isQualifiedName(text)) context.report(diagnose("GB2012", { text, what }, { span }));
}

function checkNotReserved(context: Reporting, name: string, what: string, span: Span): void {
  if (/^_?gen_bindings/i.test(name)) context.report(diagnose("GB2008", { name, what }, { span }));
}

/**
 * C++ that is a function, a member function or a data member: a plain name is a member of the class,
 * another qualified name is itself, and anything else is an expression that stands for one.
 */
export function addressOf(cpp: string, className: string): string {
  return isIdentifier(cpp) ? `&${className}::${cpp}` : addressOfFunction(cpp);
}

/** The same where there is no class. */
export function addressOfFunction(cpp: string): string {
  return isQualifiedName(cpp) ? `&${fromRoot(cpp)}` : cpp;
}

/** A qualified name as seen from the root, so that no parameter or other scope hides it. */
export function fromRoot(name: string): string {
  return name.startsWith("::") ? name : `::${name}`;
}
