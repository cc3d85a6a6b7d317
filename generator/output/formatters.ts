/** The formatters of generated files, by file extension. A library is loaded when it is first needed. */
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";

const require = createRequire(import.meta.url);

type Format = (text: string, path: string) => string | Promise<string>;

export interface Formatter {
  readonly language: string;
  /** Changes when the library's version or an option does. */
  readonly key: string;
  readonly load: () => Promise<Format>;
}

const LINE_WIDTH = 100;

/**
 * Google's style, but spelled out: the style of that name also formats the inside of raw strings
 * such as R"cpp(…)cpp", which can't be turned off, and a user's string must stay as it is.
 * https://clang.llvm.org/docs/ClangFormatStyleOptions.html
 */
const CLANG_FORMAT_STYLE = JSON.stringify({
  BasedOnStyle: "LLVM",
  Standard: "c++17",
  ColumnLimit: LINE_WIDTH,
  AccessModifierOffset: -1,
  AlignEscapedNewlines: "Left",
  AllowShortFunctionsOnASingleLine: "Empty",
  BreakTemplateDeclarations: "Yes",
  IndentCaseLabels: true,
  InsertNewlineAtEOF: true,
  KeepEmptyLines: { AtStartOfBlock: false, AtStartOfFile: false },
  PackConstructorInitializers: "NextLine",
  PenaltyBreakBeforeFirstCallParameter: 1,
  PenaltyReturnTypeOnItsOwnLine: 200,
  PointerAlignment: "Left",
  // The order of includes is part of what is generated, and of what the user wrote.
  SortIncludes: "Never",
  SpacesBeforeTrailingComments: 2,
});

const RUFF_OPTIONS = { line_width: LINE_WIDTH, indent_style: "space", indent_width: 4 } as const;

const PRETTIER_OPTIONS = { printWidth: LINE_WIDTH, endOfLine: "lf" } as const;

/**
 * Compiles WebAssembly with V8's baseline compiler alone: the optimising one takes longer over these
 * libraries than they take over a module of ours (0.3 s of 0.5 s, Node 20). Must come before the import.
 * https://v8.dev/docs/wasm-compilation-pipeline
 */
function preferQuickStart(): void {
  setFlagsFromString("--liftoff-only");
}

async function loadClangFormat(): Promise<Format> {
  preferQuickStart();
  const { format } = await import("@wasm-fmt/clang-format");
  return (text, path) => format(text, path, CLANG_FORMAT_STYLE);
}

async function loadRuff(): Promise<Format> {
  preferQuickStart();
  const { format } = await import("@wasm-fmt/ruff_fmt");
  return (text, path) => format(text, path, RUFF_OPTIONS);
}

async function loadPrettierForJson(): Promise<Format> {
  const { format } = await import("prettier/standalone");
  const plugins = [await import("prettier/plugins/babel"), await import("prettier/plugins/estree")];
  return (text) => format(text, { ...PRETTIER_OPTIONS, parser: "json", plugins });
}

async function loadPrettierForMarkdown(): Promise<Format> {
  const { format } = await import("prettier/standalone");
  const plugins = [await import("prettier/plugins/markdown")];
  return (text) => format(text, { ...PRETTIER_OPTIONS, parser: "markdown", plugins });
}

/** Named by the version that is installed, which is read without loading the library. */
function formatter(
  language: string,
  library: string,
  options: unknown,
  load: Formatter["load"],
): () => Formatter {
  return () => {
    const { version } = require(`${library}/package.json`) as { version: string };
    return { language, key: JSON.stringify([library, version, options]), load };
  };
}

const cpp = formatter("C++", "@wasm-fmt/clang-format", CLANG_FORMAT_STYLE, loadClangFormat);
const python = formatter("Python", "@wasm-fmt/ruff_fmt", RUFF_OPTIONS, loadRuff);
const json = formatter("JSON", "prettier", PRETTIER_OPTIONS, loadPrettierForJson);
const markdown = formatter("Markdown", "prettier", PRETTIER_OPTIONS, loadPrettierForMarkdown);

const byExtension: ReadonlyMap<string, () => Formatter> = new Map([
  ["cpp", cpp],
  ["hpp", cpp],
  ["py", python],
  ["pyi", python],
  ["json", json],
  ["md", markdown],
]);

/** The formatter for a path, or undefined where files of its kind are left as they are. */
export function formatterFor(path: string): Formatter | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? "";
  return byExtension.get(extension)?.();
}
