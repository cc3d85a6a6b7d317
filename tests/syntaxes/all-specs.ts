/** Every spec of the repository that is right, as its path. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { moduleScenarios } from "../scenarios/modules.js";

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const conformance = readdirSync(folder("conformance/specs")).map((name) =>
  folder(`conformance/specs/${name}`),
);

/** Those of specs/, each in a folder of its name. */
const examples = readdirSync(folder("specs")).flatMap((name) =>
  readdirSync(folder(`specs/${name}`))
    .filter((each) => each.endsWith(".spec.json"))
    .map((each) => folder(`specs/${name}/${each}`)),
);

export const allSpecs: readonly string[] = [
  ...examples,
  ...moduleScenarios().map(({ spec }) => spec),
  ...conformance,
];
