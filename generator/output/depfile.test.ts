/** What build systems are told of a run, and what make itself makes of it. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../../tests/output/folders.js";
import { depfileText, writeRecord } from "./depfile.js";

describe("a depfile", () => {
  it("is a rule of make, a file a line", () => {
    expect(depfileText("out/stamp", ["/a/m.json", "/b/x.hbs"])).toBe(
      "out/stamp: \\\n  /a/m.json \\\n  /b/x.hbs\n",
    );
  });

  it("names files as make reads them, whatever their names hold", () => {
    const folder = temporaryFolder();
    const names = ["a b", "c#d", "e$f", "g:h"];
    put(folder, Object.fromEntries(names.map((name) => [name, ""])));
    const [some = ""] = names;
    put(folder, {
      Makefile: depfileText("stamp", names.slice(0, 3)).trimEnd().concat("\n\t@echo made\n"),
    });
    put(folder, { stamp: "" });
    const age = (name: string, seconds: number) => {
      const when = statSync(join(folder, "stamp")).mtimeMs / 1000 + seconds;
      utimesSync(join(folder, name), when, when);
    };
    for (const name of names) age(name, -10);
    const make = () => spawnSync("make", ["stamp"], { cwd: folder, encoding: "utf8" });
    expect(make().stdout).toContain("up to date");
    age(some, 10);
    expect(make().stdout).toBe("made\n");
  });
});

describe("a record", () => {
  it("names each file once, in order, and the stamp last", () => {
    const folder = temporaryFolder();
    const [depfile, stamp] = [join(folder, "a", "d"), join(folder, "s")];
    expect(writeRecord({ depfile, stamp }, ["/b", "/a", "/b"], ["/c"])).toEqual([]);
    expect(readFileSync(depfile, "utf8")).toBe(`${stamp}: \\\n  /a \\\n  /b\n`);
    expect(readFileSync(stamp, "utf8")).toBe("");
  });

  it("names what was made, but for what has a rule", () => {
    const folder = temporaryFolder();
    put(folder, { list: "/out/module.cpp\n/out/gil.hpp\n" });
    const [depfile, stamp] = [join(folder, "d"), join(folder, "s")];
    const record = { depfile, stamp, byProducts: join(folder, "list") };
    const made = ["/out/module.cpp", "/out/m.pyi"];
    expect(writeRecord(record, ["/in/m.json"], made)).toEqual([]);
    expect(readFileSync(depfile, "utf8")).toBe(`${stamp}: \\\n  /in/m.json \\\n  /out/m.pyi\n`);
  });

  it("leaves no stamp where the list of rules can't be read", () => {
    const folder = temporaryFolder();
    const record = { depfile: join(folder, "d"), stamp: join(folder, "s"), byProducts: folder };
    expect(writeRecord(record, [], []).map(({ code }) => code)).toEqual(["GB0001"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves no stamp where the depfile can't be written", () => {
    const folder = temporaryFolder();
    put(folder, { file: "" });
    const record = { depfile: join(folder, "file", "d"), stamp: join(folder, "s") };
    expect(writeRecord(record, [], []).map(({ code }) => code)).toEqual(["GB0118"]);
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});
