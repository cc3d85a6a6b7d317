/** Two modules in one project, of which one imports the other: in what order they are built, and when again. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { figure, figureAtLeast } from "../figure.mjs";
import { projectFolder } from "../program.mjs";
import { edit, touch } from "./edit.mjs";
import { cmakeProject } from "./project.mjs";

/**
 * @param {{ folder: string, generator: string, cmake: string, definitions: Record<string, string>, environment: NodeJS.ProcessEnv }} setting
 *   folder: to work in, made anew; environment: PYTHONPATH in it is not looked at.
 * @returns {Promise<readonly boolean[]>} Of each figure, whether it holds.
 */
export async function importFigures(setting) {
  const { folder, generator } = setting;
  rmSync(folder, { recursive: true, force: true });
  const source = join(folder, "source");
  cpSync(join(projectFolder, "tests", "cmake", "imports"), source, { recursive: true });
  const project = cmakeProject({ ...setting, source, build: join(folder, "build") });
  const [shapes, told] = ["shapes.spec.json", "told.types.json"].map((name) =>
    join(source, "geometry", name),
  );
  const name = (text) => `${generator}: ${text}`;
  const held = [];
  const expect = (text, value, bound) => held.push(figure(name(text), value, bound));
  const expectAtLeast = (text, value, bound) => held.push(figureAtLeast(name(text), value, bound));

  const configured = await project.configure();
  const first = configured.ok ? await project.make("--target", "solids") : configured;
  if (!first.ok) {
    console.log(first.output);
    return [figure(name("importing module, steps that failed"), 1, 0)];
  }
  expectAtLeast("importing module alone, imported ones built", built(project, "shapes"), 1);

  await project.make();
  const tested = await project.test();
  if (!tested.ok) console.log(tested.output);
  expectAtLeast("importing module, tests that pass", passed(tested.output), 4);
  expect("and again, commands", (await project.make()).commands.length, 0);
  // Make looks at the files themselves, Ninja at what it read of this one.
  const depfile = readFileSync(join(project.build, "gen_bindings", "solids.d"), "utf8");
  const listed = [shapes, told].filter((file) => depfile.includes(file));
  expectAtLeast("imported specs in the depfile", listed.length, 2);

  await touch(shapes);
  const touched = await project.make();
  expectAtLeast("imported spec touched, runs of the generator", touched.generated, 2);
  expect("imported spec touched, compiles", touched.compiled, 0);
  expect("and again, commands", (await project.make()).commands.length, 0);

  await edit(shapes, (text) => text.replace("An area, so many times.", "An area, multiplied."));
  const documented = await project.make();
  expect("doc in the imported spec, files compiled", compiledFor(documented, "solids"), 0);
  expectAtLeast("doc in the imported spec, own files", compiledFor(documented, "shapes"), 2);

  await edit(told, (text) => text.replace("propagate", "unraisable"));
  const changed = await project.make();
  expectAtLeast("imported type changed, files compiled", compiledFor(changed, "solids"), 2);
  expect("imported type changed, others compiled", compiledFor(changed, "shapes"), 0);
  return held;
}

/** How many modules of this name lie in their package. */
function built({ build }, module) {
  const folder = join(build, "geometry");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((each) => each.startsWith(`${module}.`)).length;
}

/** How many tests CTest says have passed. */
function passed(output) {
  return (output.match(/ Passed +[\d.]+ sec$/gm) ?? []).length;
}

/** How many files were compiled for the module and its probe build. */
function compiledFor({ commands }, module) {
  const compiled = new RegExp(`^Building CXX object .*/${module}(?:_probe)?\\.dir/(?!cmake_pch)`);
  return commands.filter((each) => compiled.test(each)).length;
}
