/** A lazy list is an array for whoever reads it, and makes its items then. */
import { expect, test } from "vitest";
import { lazyList } from "./lazy-list.js";

const given = [{ n: 1 }, { n: 2 }, { n: 3 }];

test("makes nothing before it is read, and each item when it is", () => {
  const made: number[] = [];
  const list = lazyList(given, ({ n }) => {
    made.push(n);
    return { square: n * n };
  });
  expect(list.length).toBe(3);
  expect(Array.isArray(list)).toBe(true);
  expect(made).toEqual([]);
  expect(list[1]).toEqual({ square: 4 });
  expect(made).toEqual([2]);
});

test("reads like the list that map makes", () => {
  const list = lazyList(given, ({ n }) => ({ n: -n }));
  const mapped = given.map(({ n }) => ({ n: -n }));
  expect([...list]).toEqual(mapped);
  expect(list.filter(({ n }) => n < -1)).toEqual(mapped.slice(1));
  expect(list.at(-1)).toEqual({ n: -3 });
  expect(list[3]).toBeUndefined();
  expect(JSON.stringify(list)).toBe(JSON.stringify(mapped));
});
