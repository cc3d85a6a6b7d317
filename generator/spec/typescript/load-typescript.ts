/** Declarations of TypeScript to a document with spans: read as text, never compiled or run. */
import type { SourceFile } from "ts-morph";
import {
  type Diagnostic,
  diagnose,
  hasErrors,
  type Outcome,
} from "../../diagnostics/diagnostic.js";
import { type SourceText, startOf } from "../../diagnostics/source-text.js";
import type { DocumentNode } from "../document.js";
import { spec } from "../schema/spec.js";
import { shapeOf } from "../schema-keys.js";
import { bracketsTooDeep, DEEPEST_NESTING } from "./depth.js";
import { entry, objectNode } from "./entry.js";
import { readStatements } from "./read-statements.js";
import { tsMorph } from "./ts-morph.js";

/** What a spec begins with. */
const START = 'export const module = { name: "example" };';

export function loadTypeScript(source: SourceText): Outcome<DocumentNode> {
  if (source.text.trim() === "") {
    return { diagnostics: [diagnose("GB1001", { start: START }, { span: startOf(source) })] };
  }
  const deep = bracketsTooDeep(source);
  if (deep !== undefined) return { diagnostics: [deep] };
  try {
    return readFile(source);
  } catch (error) {
    // What nests without brackets, such as a thousand exclamation marks, is too much for the parser.
    if (!(error instanceof RangeError)) throw error;
    const given = { levels: String(DEEPEST_NESTING) };
    return { diagnostics: [diagnose("GB1004", given, { span: startOf(source) })] };
  }
}

function readFile(source: SourceText): Outcome<DocumentNode> {
  const file = parse(source);
  const wrong = syntaxError(source, file);
  if (wrong !== undefined) return { diagnostics: [wrong] };

  const diagnostics: Diagnostic[] = [];
  const root = entry({ source, start: 0, end: source.text.length });
  const reading = { source, report: (each: Diagnostic) => void diagnostics.push(each) };
  readStatements(reading, root, file.getStatements(), shapeOf(spec));
  return hasErrors(diagnostics) ? { diagnostics } : { value: objectNode(root), diagnostics };
}

function parse(source: SourceText): SourceFile {
  const { Project, ts } = tsMorph();
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ESNext },
  });
  return project.createSourceFile("spec.ts", source.text);
}

/** One mistake, one diagnostic: what follows the first error is mostly its consequence. */
function syntaxError(source: SourceText, file: SourceFile): Diagnostic | undefined {
  const { ts } = tsMorph();
  const program = file.getProject().getProgram();
  const [first] = program.getSyntacticDiagnostics(file);
  if (first === undefined) return undefined;
  const start = Math.min(first.getStart(), source.text.length);
  const end = Math.min(start + Math.max(1, first.getLength()), source.text.length);
  const message = ts.flattenDiagnosticMessageText(first.compilerObject.messageText, " ");
  const what = `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;
  return diagnose("GB1017", { what }, { span: { source, start, end } });
}
