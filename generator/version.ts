/** The version of this program, as its package says. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { packageFile } from "./package-files.js";

export const generatorVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packageFile, "utf8"))).version;
