/** ts-morph, loaded with the first spec in TypeScript: that takes half a second. */
import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

export type { TsMorph };

/** The library; whoever reads another syntax never calls this. */
export function tsMorph(): typeof TsMorph {
  return createRequire(import.meta.url)("ts-morph");
}
