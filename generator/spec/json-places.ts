/** Where everything in a JSON text stands: a few numbers for each value, where objects would take tenfold the memory. */
import { type ParseError, visit } from "jsonc-parser";
import type { Span } from "../diagnostics/source-text.js";

/** A text, all of a file or a part of one, which knows where each part of it stands in the file. */
export interface PlacedText {
  readonly text: string;
  readonly placeOf: (start: number, end: number) => Span;
}

/** Keys and values by their numbers, in the order in which they begin; the document itself is 0. */
export interface JsonPlaces {
  /** In UTF-16 code units, with quotes and brackets. */
  readonly starts: Int32Array;
  /** Behind the last character. */
  readonly ends: Int32Array;
  /** Of an object or array: the place in `children` of how many it has, which they follow. */
  readonly contents: Int32Array;
  /** Numbers of the items of an array, and of the keys of an object; a key's value is the next number. */
  readonly children: Int32Array;
}

/** An object or array that is not closed yet. */
interface Open {
  readonly number: number;
  readonly isArray: boolean;
  readonly children: number[];
}

/** @param commented whether comments and trailing commas are allowed */
export function placesIn(
  text: string,
  commented: boolean,
): { readonly places?: JsonPlaces; readonly errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const contents: number[] = [];
  const children: number[] = [];
  const open: Open[] = [];

  const add = (start: number, length: number): number => {
    ends.push(start + length);
    contents.push(0);
    return starts.push(start) - 1;
  };
  const addValue = (start: number, length: number): number => {
    const number = add(start, length);
    const around = open.at(-1);
    if (around?.isArray) around.children.push(number);
    return number;
  };
  const begin = (isArray: boolean) => (start: number, length: number) => {
    open.push({ number: addValue(start, length), isArray, children: [] });
  };
  const end = (start: number, length: number): void => {
    const closed = open.pop();
    if (closed === undefined) return;
    ends[closed.number] = start + length;
    contents[closed.number] = children.push(closed.children.length) - 1;
    for (const each of closed.children) children.push(each);
  };
  visit(
    text,
    {
      onObjectBegin: begin(false),
      onArrayBegin: begin(true),
      onObjectEnd: end,
      onArrayEnd: end,
      onObjectProperty: (_key, start, length) => {
        open.at(-1)?.children.push(add(start, length));
      },
      onLiteralValue: (_value, start, length) => {
        addValue(start, length);
      },
      onError: (error, offset, length) => {
        errors.push({ error, offset, length });
      },
    },
    { disallowComments: !commented, allowTrailingComma: commented },
  );
  if (errors.length > 0 || starts.length === 0) return { errors };
  const places = {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    contents: Int32Array.from(contents),
    children: Int32Array.from(children),
  };
  return { places, errors };
}
