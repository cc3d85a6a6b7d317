/**
 * Mutant schemata: src/module.cpp rewritten so that all of its mutants are in it, and an environment
 * variable says which one runs. So the module is compiled once, whatever the number of mutants.
 *
 * A function's body stands in it once for each of its mutants, and as it was; a mutant of the whole
 * text is a namespace of its own with another function that initialises the module.
 */
import { format } from "@wasm-fmt/clang-format";
import { rules } from "./rules.mjs";

/** Names the mutant that runs, by its number; none runs where it is not set. */
export const variable = "GEN_BINDINGS_MUTANT";

/** The header that tells which one runs: include/gen_bindings/mutants.hpp. */
export const chooser = `#pragma once

#include <cstdlib>

namespace gen_bindings_mutants {
/// Whether the environment names this mutant.
inline bool runs(int number) {
  static const char* const text = ::std::getenv("${variable}");
  static const int chosen = text == nullptr ? 0 : ::std::atoi(text);
  return number == chosen;
}
}  // namespace gen_bindings_mutants
`;

/** The functions in which a mutant can be chosen: how they begin, and the line that ends them. */
const functions = [
  { part: "call", head: /^\S.*\bgen_bindings_(?:call|make|get|set)_(?<name>\w+)\(.*\{$/, end: "}" },
  { part: "entry", head: /^PyObject\* gen_bindings_enter_[a-z]+_(?<name>\w+)\(.*\{$/, end: "}" },
  { part: "override", head: /^ {2}.* override \{$/, end: "  }" },
  { part: "class", head: /^void gen_bindings_define_(?<name>\w+)\(.*\{$/, end: "}" },
  { part: "module", head: /^GEN_BINDINGS_MODULE\((?<name>\w+)\) \{$/, end: "}" },
];

/**
 * @typedef {object} Mutant
 * @property {number} number
 * @property {string} rule
 * @property {string} place Where it is, in the words of the spec: "Counter.inc".
 * @property {string} identifier What the names of the tests about it contain.
 */

/**
 * @param {string} text An emitted src/module.cpp.
 * @returns {{ text: string, mutants: readonly Mutant[] }}
 */
export function schemataOf(text) {
  const lines = unwrapped(text).split("\n");
  const mutants = [];
  const add = (rule, place, identifier) => {
    mutants.push({ number: mutants.length + 1, rule: rule.name, place, identifier });
    return `::gen_bindings_mutants::runs(${mutants.length})`;
  };
  const copies = copiesOf(lines.join("\n"), add);
  const rewritten = [];
  for (let at = 0; at < lines.length; at += 1) {
    const kind = functions.find(({ head }) => head.test(lines[at]));
    rewritten.push(lines[at]);
    if (kind === undefined) continue;
    const end = lines.indexOf(kind.end, at);
    const body = lines.slice(at + 1, end).join("\n");
    if (kind.part === "module") {
      rewritten.splice(-1, 0, ...copies.map(({ code }) => code));
      rewritten.push(...copies.map(({ runs, start }) => `  if (${runs}) return ${start}();`));
    }
    const { place, identifier } = placeOf(lines[at], body, kind);
    const leave = /^ *(?:void|GEN_BINDINGS_MODULE)\b/.test(lines[at]) ? "return;\n" : "";
    for (const rule of rules.filter(({ part }) => part === kind.part)) {
      for (const variant of rule.variants(body)) {
        rewritten.push(`  if (${add(rule, place, identifier)}) {\n${variant}\n${leave}  }`);
      }
    }
    rewritten.push(body);
    at = end - 1;
  }
  const lastInclude = rewritten.findLastIndex((line) => line.startsWith("#include"));
  rewritten.splice(lastInclude + 1, 0, '#include "gen_bindings/mutants.hpp"');
  return { text: rewritten.join("\n"), mutants };
}

/** Without `#line`, each statement on a line of its own. */
function unwrapped(text) {
  const style = {
    BasedOnStyle: "LLVM",
    ColumnLimit: 1_000_000,
    AllowShortFunctionsOnASingleLine: "None",
    PointerAlignment: "Left",
    SortIncludes: "Never",
  };
  return format(text.replaceAll(/^#line .*\n/gm, ""), "module.cpp", JSON.stringify(style));
}

/** The variants of the whole text: what stands before the module's initialisation, and how it starts. */
function copiesOf(text, add) {
  const body = text.slice(text.search(/^namespace gen_bindings_\w+ \{/m));
  const [, namespace] = /^namespace (\w+)/.exec(body);
  return rules
    .filter(({ part }) => part === "all")
    .flatMap((rule) => rule.variants(body).map((variant) => ({ rule, variant })))
    .map(({ rule, variant }, index) => {
      const runs = add(rule, changedIn(body, variant), "");
      const start = `gen_bindings_start_${index + 1}`;
      const code = variant
        .replaceAll(new RegExp(`\\b${namespace}\\b`, "g"), `${namespace}_${index + 1}`)
        .replace(/^GEN_BINDINGS_MODULE\(\w+\)/m, `static void ${start}()`);
      return { runs, start, code };
    });
}

/** What the first line that differs is about. */
function changedIn(text, variant) {
  const others = variant.split("\n");
  const line = text.split("\n").find((each, index) => each !== others[index]);
  const [, owner] = /using gen_bindings_owner_(\w+)/.exec(line) ?? [];
  const [, callback] = /callback<([^;]*?)>+[&>(]/.exec(line) ?? [];
  return owner ?? callback ?? line.trim();
}

function placeOf(head, body, { part, head: pattern }) {
  const { name } = pattern.exec(head).groups ?? {};
  const [, callable] = /call_scope gen_bindings_call\{"([^"]*)"/.exec(body) ?? [];
  const [, method] = /\bgen_bindings_(?:override|inherited_\d+)_(\w+)/.exec(body) ?? [];
  if (part === "override") return { place: method, identifier: method };
  return { place: callable ?? name, identifier: name };
}
