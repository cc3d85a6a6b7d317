/** docs/template-context.md: every type and field that a template can print, and the hooks. */

/**
 * @param {import("./describe.mjs").Context} context
 * @param {ReturnType<typeof import("./hooks.mjs").describeHooks>} hooks
 */
export function contextPage({ contextVersion, roots, types }, hooks) {
  return `${[
    "# The template context",
    "",
    `What templates can print: version ${contextVersion}. This page is made of the types by \`npm run template-context\`;`,
    "[templates](templates.md) says how to use them. The same as TypeScript:",
    '`import type { ModuleView } from "gen-bindings/template-context"`; as data: `schema/template-context.v1.json`.',
    "",
    "A text ends in `Literal` where it is quoted and escaped, for C++ or Python as the file that prints it;",
    "any other text stands as it is.",
    "",
    "| in the name of a file | it is made | it prints |",
    "|---|---|---|",
    ...Object.entries(roots).map(([name, type]) => rootRow(name, type)),
    "",
    "## Hooks",
    "",
    "Empty partials in `partials/hooks/`, used at these places. `@hooks.NAME` tells whether one holds anything.",
    "",
    "| hook | where | context | GIL |",
    "|---|---|---|---|",
    ...hooks.map(({ name, description, context, gil }) =>
      row([`\`hooks/${name}\``, description, context, gil]),
    ),
    ...Object.entries(types).flatMap(([name, type]) => section(name, type)),
  ].join("\n")}\n`;
}

function rootRow(name, type) {
  const placeholder = name === "module" ? "none, or `{{module}}`" : `\`{{${name}}}\``;
  const made = name === "module" ? "once" : `for each ${name}`;
  return row([placeholder, made, link(type)]);
}

function section(name, { description, fields }) {
  return [
    "",
    `## ${name}`,
    "",
    description,
    "",
    "| field | type | |",
    "|---|---|---|",
    ...Object.entries(fields).map(([field, { description: text, ...type }]) =>
      row([`\`${field}\``, typeText(type), text]),
    ),
  ];
}

function typeText({ type, list, nullable }) {
  const one = /^[A-Z]/.test(type)
    ? link(type)
    : ({ string: "text", boolean: "flag" }[type] ?? type);
  return `${list ? "list of " : ""}${one}${nullable ? ", or null" : ""}`;
}

function link(type) {
  return `[${type}](#${type.toLowerCase()})`;
}

function row(cells) {
  return `| ${cells.map((each) => each.replaceAll("|", "\\|")).join(" | ")} |`;
}
