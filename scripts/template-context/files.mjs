/** The files that are made of the template context's types, and of the hooks' comments. */
import { describeContext } from "./describe.mjs";
import { describeHooks } from "./hooks.mjs";
import { contextPage } from "./page.mjs";

/** @returns {readonly { path: string, text: string }[]} By their paths in the project. */
export function contextFiles() {
  const description = describeContext();
  return [
    {
      path: `schema/template-context.v${description.contextVersion}.json`,
      text: `${JSON.stringify(description, null, 2)}\n`,
    },
    { path: "docs/template-context.md", text: contextPage(description, describeHooks()) },
  ];
}
