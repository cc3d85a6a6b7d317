/** Runs `generate-child.ts` as a process of its own, compiled without checking its types. */
import { spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Tree, temporaryFolder } from "./folders.js";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const CHILD = "tests/output/generate-child";
const NOBODY = 65534;

/** A compiled copy of what the child needs, readable for every user. */
export function compileChild(): string {
  const compiled = temporaryFolder();
  chmodSync(compiled, 0o755);
  const sources = ["generator/output", "generator/diagnostics", "generator/diagnostics/catalogue"]
    .flatMap((folder) => readdirSync(join(REPOSITORY, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
  for (const path of [...sources, `${CHILD}.ts`]) {
    const { outputText } = ts.transpileModule(readFileSync(join(REPOSITORY, path), "utf8"), {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    const target = join(compiled, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  writeFileSync(join(compiled, "package.json"), '{ "type": "module" }');
  symlinkSync(join(REPOSITORY, "node_modules"), join(compiled, "node_modules"));
  return compiled;
}

export interface ChildResult {
  readonly killed: boolean;
  readonly summary?: unknown;
  readonly messages: readonly string[];
}

interface ChildOptions {
  /** Kill the process as soon as it has announced so many operations. */
  readonly killAfter?: number;
  /** Run as a user for whom permissions count, where this process may choose. */
  readonly unprivileged?: boolean;
}

/** Generates `tree` into `folder`. */
export async function generateInChild(
  compiled: string,
  folder: string,
  tree: Tree,
  { killAfter = Number.POSITIVE_INFINITY, unprivileged = false }: ChildOptions = {},
): Promise<ChildResult> {
  const input = join(compiled, "input.json");
  writeFileSync(input, JSON.stringify(tree));
  const root = process.getuid?.() === 0;
  const child = spawn(process.execPath, [join(compiled, `${CHILD}.js`), folder, input], {
    stdio: ["ignore", "pipe", "pipe"],
    ...(unprivileged && root && { uid: NOBODY, gid: NOBODY }),
  });
  let output = "";
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  child.stdout.on("data", (data) => {
    output += data;
    if (output.length >= killAfter) child.kill("SIGKILL");
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (_, closedBy) => resolve(closedBy));
  });
  if (signal === "SIGKILL") return { killed: true, messages: [] };
  const [, result] = output.split("\n");
  if (result === undefined) throw new Error(`the child printed no result: ${errors}`);
  return { killed: false, ...JSON.parse(result) };
}
