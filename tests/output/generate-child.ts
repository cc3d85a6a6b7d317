/**
 * Writes an output folder as a process of its own. Arguments: the folder, and a file that holds
 * the contents by path. A dot is printed before each operation, and the outcome at the end.
 */
import * as nodeDisk from "node:fs";
import { planWrites } from "../../generator/output/plan.js";
import { applyPlan, type WritableDisk } from "../../generator/output/write.js";

const [folder = "", input = ""] = process.argv.slice(2);

const disk = new Proxy<WritableDisk>(nodeDisk, {
  get(target, name: keyof WritableDisk) {
    nodeDisk.writeSync(1, ".");
    return target[name];
  },
});

const tree: Record<string, string> = JSON.parse(nodeDisk.readFileSync(input, "utf8"));
const files = Object.entries(tree).map(([path, content]) => ({ path, content }));
const plan = planWrites(folder, files, { module: "example", generator: "1", force: false });
const written = plan.value && applyPlan(plan.value, disk);
const diagnostics = [...plan.diagnostics, ...(written?.diagnostics ?? [])];
const messages = diagnostics.map(({ code, message }) => `${code}: ${message}`);
nodeDisk.writeSync(1, `\n${JSON.stringify({ summary: written?.value, messages })}`);
