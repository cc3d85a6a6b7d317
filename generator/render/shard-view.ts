/** What the template of a shard prints: a translation unit that the entry of the module calls. */
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";
import type { ClassView } from "./class-view.js";
import { variableOf } from "./exception-view.js";
import type { ModuleView } from "./module-view.js";
import { exceptionsRaised, type TranslationUnits } from "./translation-units.js";
import { type UnitView, unitView } from "./unit-view.js";

/** A shard: a translation unit that the entry of the module calls. */
export interface ShardView extends UnitView {
  /** What the shards share, as it is included. */
  readonly sharedHeader: string;
  /** The object that the entry knows it by. */
  readonly shard: string;
  /** The variables of the entry that hold exceptions which call bodies of this unit raise. */
  readonly exceptionVariables: readonly string[];
  /** The classes of the unit, by what has to be declared before them. */
  readonly levels: readonly ClassLevelView[];
  /** How many levels there are up to the last of this unit's. */
  readonly levelCount: number;
}

/** Classes that can be declared once those of lower levels are, in whatever unit. */
interface ClassLevelView {
  /** The level, from 0: a class comes after its bases and the class around it. */
  readonly level: number;
  /** The classes of the unit that are of this level. */
  readonly classes: readonly ClassView[];
}

/** The parts of kind `shard`, each by its number. */
export function shardViews(
  module: Module,
  { shards }: TranslationUnits,
  entry: ModuleView,
): readonly { readonly path: string; readonly view: ShardView }[] {
  const levelOf = classLevels(module.classes);
  const included = new Set(entry.boostIncludes.map((each) => each.header));
  return shards.map((unit, index) => {
    const view = unitView(module, unit, entry.generator);
    const levels = [...new Set(view.classes.map(levelOf))].sort((a, b) => a - b);
    return {
      path: `${index}`,
      view: {
        ...view,
        boostIncludes: view.boostIncludes.filter((each) => !included.has(each.header)),
        sharedHeader: entry.sharedHeader,
        shard: entry.shards[index] ?? "",
        exceptionVariables: exceptionsRaised(module, unit).map(variableOf),
        levels: levels.map((level) => ({
          level,
          classes: view.classes.filter((each) => levelOf(each) === level),
        })),
        levelCount: (levels.at(-1) ?? -1) + 1,
      },
    };
  });
}

/** One more than the highest of the bases and of the class around it. */
function classLevels(classes: readonly Class[]): (each: Pick<Class, "pythonPath">) => number {
  const levels = new Map<string, number>();
  for (const { pythonPath, bases, scope } of classes) {
    const before = [scope, ...bases].map((path) => levels.get(path) ?? -1);
    levels.set(pythonPath, Math.max(...before) + 1);
  }
  return ({ pythonPath }) => levels.get(pythonPath) ?? 0;
}
