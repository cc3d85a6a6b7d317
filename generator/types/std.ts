/** Types of C++'s standard library, in specs in TypeScript. */
import type { Cpp } from "./cpp.js";

type text = Cpp<"std::string">;

export type { text as string };
export type wstring = Cpp<"std::wstring">;
export type string_view = Cpp<"std::string_view">;
export type vector<T> = readonly T[];
export type map<Key, Value> = ReadonlyMap<Key, Value>;
export type set<T> = ReadonlySet<T>;
export type optional<T> = T | undefined;
export type pair<First, Second> = readonly [First, Second];
export type tuple<
  A,
  B = never,
  C = never,
  D = never,
  E = never,
  F = never,
  G = never,
  H = never,
> = readonly [A, B, C, D, E, F, G, H];
export type complex<T> = readonly [real: T, imaginary: T];
export type shared_ptr<T> = T;
export type unique_ptr<T> = T;
export type size_t = number;
export type ptrdiff_t = number;
export type int8_t = number;
export type int16_t = number;
export type int32_t = number;
export type int64_t = number;
export type uint8_t = number;
export type uint16_t = number;
export type uint32_t = number;
export type uint64_t = number;
