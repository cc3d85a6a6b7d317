/** What a compiler is given of an output folder: known from the number of shards alone. */

/** The entry of the module, which Python looks for in it. */
const ENTRY = "src/module.cpp";

/** Paths in the output folder. A single shard is the entry itself. */
export function compiledOutputs(shards: number): readonly string[] {
  return [ENTRY, ...shardNames(shards).map((name) => `src/${name}.cpp`)];
}

/** What the shards beside the entry are called: "shard_0". */
export function shardNames(shards: number): readonly string[] {
  return shards === 1 ? [] : Array.from({ length: shards }, (_, index) => `shard_${index}`);
}
