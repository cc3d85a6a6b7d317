/** A type of C++ in its own words, in specs in TypeScript. */
declare const spelled: unique symbol;

/** A C++ type, spelled as in C++: `Cpp<"const acme::Text&">`. */
export interface Cpp<Text extends string> {
  readonly [spelled]?: Text;
}
