/**
 * What a compiler refuses leads back to the spec: the mistakes that people make in a spec, each in a
 * construct of its own, compiled by real compilers.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { build } from "../../generator/commands/build.js";
import { findExecutable } from "../../generator/toolchain/executable.js";

const specs = fileURLToPath(new URL("mistakes", import.meta.url));
const output = mkdtempSync(join(tmpdir(), "gen-bindings-mistakes-"));
afterAll(() => rmSync(output, { recursive: true }));

interface Refusal {
  /** The text of the spec that is pointed at. */
  readonly at: string;
  /** What the compiler said, in short. */
  readonly said: string;
}

/** What `build` says of a spec, and all of it. */
async function refusals(
  name: string,
  compiler: string,
): Promise<{ readonly found: readonly Refusal[]; readonly told: string }> {
  const told: string[] = [];
  const terminal = {
    print: () => {},
    printError: (text: string) => told.push(text),
    isInteractive: false,
  };
  const options = {
    specs: [join(specs, `${name}.spec.json`)],
    output: join(output, `${compiler}-${name}`),
  };
  const environment = {
    ...process.env,
    CXX: findExecutable([compiler], process.env) ?? "",
    // Else it gives up after twenty errors.
    ...(compiler === "clang++" && { CXXFLAGS: "-ferror-limit=0" }),
  };
  const status = await build({ ...options, force: false }, { cwd: specs, environment, terminal });
  expect(status).toBe(1);
  const lines = readFileSync(join(specs, `${name}.spec.json`), "utf8").split("\n");
  const from = (line: number, column: number) =>
    [(lines[line - 1] ?? "").slice(column - 1), ...lines.slice(line)].join(" ");
  const text = told.join("\n");
  const heads = [...text.matchAll(/^\S*spec\.json:(\d+):(\d+): error GB4008: .*?: (.*)$/gm)];
  return {
    found: heads.map(([, line, column, said = ""]) => ({
      at: from(Number(line), Number(column)).replace(/\s+/g, " ").slice(0, 80),
      said,
    })),
    told: text,
  };
}

/** The beginning of the text in the spec, and what either compiler says of it. */
const mistakes: Readonly<Record<string, readonly [at: string, said: RegExp]>> = {
  "a wrong name": ['"sqare"', /sqare/],
  "a parameter of another type": ['"length"', /std::string/],
  "too few parameters": ['"reset"', /too few arguments/],
  "a result of another type": ['"name"', /std::string/],
  "an object that is const": ['"taken"', /const/],
  "an incomplete type": ['"acme::length", "params": [{ "name": "at"', /acme::Incomplete/],
  "a default of another type": ['"acme::square"', /static_cast/],
  "a step that names nothing": ['"acme::square(m)"', /'m'|‘m’/],
  "a private member function": ['"secret"', /private/],
  "a private data member": ['{ "name": "hidden" }', /private/],
  "a getter that is not there": ['"totals"', /totals/],
  "a class that can't be copied": ['{ "name": "Owner"', /copy constructor|deleted function/],
  "a base that is none": ['{ "name": "Other"', /polymorphic/],
  "a constructor that is not there": ['{ "params": [{ "name": "n"', /acme::Other/],
  "a constructor of an abstract class": ["{}] }", /abstract/],
  "an enumerator that is not there": ['{ "name": "Color"', /crimson/],
  "a constant that is not there": ['{ "name": "LIMIT"', /limit/],
  "a macro that is not defined": ['"ACME_VERSION >= 5"', /ACME_VERSION is not defined/],
};

describe.each(["g++", "clang++"])("%s", (compiler) => {
  const isThere = findExecutable([compiler], process.env) !== undefined;

  test.runIf(isThere)("each mistake is told at its place in the spec", async () => {
    const { found, told } = await refusals("mistakes", compiler);
    const wanted = Object.entries(mistakes);
    const missing = wanted.filter(
      ([, [at, said]]) => !found.some((each) => each.at.startsWith(at) && said.test(each.said)),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
    expect(found).toHaveLength(wanted.length);
    // The compiler's own text is not lost.
    expect(told).toMatch(/mistakes\/functions\/sqare:\d+:\d+: error/);
  });

  test.runIf(isThere)("a header that is not there", async () => {
    const { found } = await refusals("missing", compiler);
    expect(found).toHaveLength(1);
    expect(found[0]?.at).toMatch(/^"<acme\/engine\.h>"/);
    expect(found[0]?.said).toMatch(/file not found|No such file/);
  });
});
