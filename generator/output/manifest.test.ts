/** The records in the output folder: what they hold, and which are refused. */
import { describe, expect, it } from "vitest";
import { hashOf } from "./hash.js";
import { journalText, parseJournal, unite } from "./journal.js";
import { type ManifestEntry, manifestText, parseManifest } from "./manifest.js";

const entry: ManifestEntry = { hash: hashOf("a"), source: hashOf("b") };

describe("the manifest", () => {
  it("is the same whatever the order of the files", () => {
    const files = [
      ["b", entry] as const,
      ["a", { hash: hashOf("c") } as ManifestEntry] as const,
      ["B", entry] as const,
    ];
    const text = (list: typeof files) =>
      manifestText({ generator: "1", module: "m", files: new Map(list) });
    expect(text(files)).toBe(text([...files].reverse()));
    expect([...(parseManifest(text(files))?.files.keys() ?? [])]).toEqual(["B", "a", "b"]);
  });

  it("is read as it was written, whatever a file is called", () => {
    const manifest = {
      generator: "1.2.3",
      module: "example",
      files: new Map<string, ManifestEntry>([
        ["__proto__", entry],
        ["src/x.cpp", { hash: hashOf("") }],
      ]),
    };
    expect(parseManifest(manifestText(manifest))).toEqual(manifest);
  });

  const valid = { manifestVersion: 1, generator: "1", module: "m", files: [] };

  it.each([
    ["empty", ""],
    ["no JSON", "{"],
    ["something else", JSON.stringify({ manifest_version: 3, name: "an extension" })],
    ["of a later version", JSON.stringify({ ...valid, manifestVersion: 2 })],
    [
      "leading out of the folder",
      JSON.stringify({ ...valid, files: [{ path: "../x", ...entry }] }),
    ],
    ["absolute", JSON.stringify({ ...valid, files: [{ path: "/etc/passwd", ...entry }] })],
    ["without a proper hash", JSON.stringify({ ...valid, files: [{ path: "x", hash: "1" }] })],
  ])("is refused where it is %s", (_, text) => {
    expect(parseManifest(JSON.stringify(valid))).toBeDefined();
    expect(parseManifest(text)).toBeUndefined();
  });
});

describe("the journal", () => {
  const hashes = new Map([["x", new Set([hashOf("a"), hashOf("b")])]]);

  it("is read as it was written", () => {
    expect(parseJournal(journalText(hashes))).toEqual(hashes);
  });

  it("is refused where a path leads out of the folder", () => {
    expect(parseJournal(journalText(new Map([["../x", new Set()]])))).toBeUndefined();
  });

  it("unites the hashes of both", () => {
    const others = new Map([
      ["x", new Set([hashOf("c")])],
      ["y", new Set([hashOf("d")])],
    ]);
    expect(unite(hashes, others)).toEqual(
      new Map([
        ["x", new Set([hashOf("a"), hashOf("b"), hashOf("c")])],
        ["y", new Set([hashOf("d")])],
      ]),
    );
  });
});
