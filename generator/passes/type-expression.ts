/** Parses a C++ type as people write it: `const std::vector<int>&`, `void(double fraction)`. */

export interface TypeExpression {
  /** Qualified with `::`, or `.` for a name of the spec; words of one blank ("unsigned int"). */
  readonly name: string;
  readonly arguments: readonly TypeArgument[];
  /** Whether there is a list of arguments, which may be empty. */
  readonly isTemplate: boolean;
  readonly isConst: boolean;
  /** `*`, `&`, `&&`, `* const` … in the order written. */
  readonly declarators: readonly ("*" | "&" | "&&" | "const")[];
  /** Where the name stands in the text. */
  readonly offset: number;
}

export interface SignatureExpression {
  readonly result: TypeExpression;
  readonly parameters: readonly { readonly type: TypeExpression; readonly name: string }[];
}

export type TypeArgument =
  | { readonly form: "type"; readonly type: TypeExpression }
  | { readonly form: "signature"; readonly signature: SignatureExpression }
  | { readonly form: "number"; readonly text: string };

/** What is wrong with a type's text, and where. */
export interface TypeSyntaxError {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

export type Parsed<Value> = { readonly value: Value } | { readonly error: TypeSyntaxError };

interface Token {
  readonly text: string;
  readonly offset: number;
}

const TOKEN = /\s*(?:((?:::)?[A-Za-z_]\w*(?:(?:::|\.)[A-Za-z_]\w*)*)|(\d+)|(&&|[<>(),*&])|(\S))/y;
const COMPOSED = new Set(["unsigned", "signed", "long", "short", "int", "char", "double"]);
const DEEPEST = 32;

export function parseType(text: string): Parsed<TypeExpression> {
  return parseWhole(text, (parser) => parser.type(0));
}

export function parseSignature(text: string): Parsed<SignatureExpression> {
  return parseWhole(text, (parser) => parser.signature());
}

function parseWhole<Value>(text: string, rule: (parser: Parser) => Value): Parsed<Value> {
  try {
    const parser = parserOf(tokens(text), text.length);
    const value = rule(parser);
    parser.end();
    return { value };
  } catch (error) {
    if (error instanceof Unexpected) return { error: error.problem };
    throw error;
  }
}

/** Leaves the recursive descent; never leaves this file. */
class Unexpected extends Error {
  constructor(readonly problem: TypeSyntaxError) {
    super(problem.message);
  }
}

function fail(message: string, token: Token | undefined, length: number): never {
  const offset = token?.offset ?? length;
  throw new Unexpected({ message, offset, length: token?.text.length ?? 0 });
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) break;
    const token = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    const offset = TOKEN.lastIndex - token.length;
    if (match[4] !== undefined)
      fail(`"${token}" has no place in a type`, { text: token, offset }, 0);
    found.push({ text: token, offset });
  }
  return found;
}

type Parser = ReturnType<typeof parserOf>;

function parserOf(all: readonly Token[], length: number) {
  let next = 0;
  const peek = () => all[next]?.text;
  const take = () => all[next++];

  function expect(text: string): void {
    if (peek() !== text) fail(`"${text}" is expected`, all[next], length);
    next++;
  }

  function qualifiers(): boolean {
    let isConst = false;
    while (peek() === "const") {
      isConst = true;
      next++;
    }
    return isConst;
  }

  function name(): Token {
    const first = take();
    if (first === undefined || !/^[A-Za-z_:]/.test(first.text)) {
      return fail("a type's name is expected", first, length);
    }
    if (!COMPOSED.has(first.text)) return { ...first, text: first.text.replace(/^::/, "") };
    const words = [first.text];
    while (COMPOSED.has(peek() ?? "")) words.push(take()?.text ?? "");
    return { text: words.join(" "), offset: first.offset };
  }

  function type(depth: number): TypeExpression {
    if (depth > DEEPEST) fail("the type is nested too deeply", all[next], length);
    const before = qualifiers();
    const named = name();
    const typeArguments: TypeArgument[] = [];
    const isTemplate = peek() === "<";
    if (isTemplate) {
      next++;
      if (peek() !== ">") typeArguments.push(argument(depth));
      while (peek() === ",") {
        next++;
        typeArguments.push(argument(depth));
      }
      expect(">");
    }
    const after = qualifiers();
    const declarators: ("*" | "&" | "&&" | "const")[] = [];
    for (let text = peek(); isDeclarator(text); text = peek()) {
      declarators.push(text);
      next++;
    }
    return {
      name: named.text,
      arguments: typeArguments,
      isTemplate,
      isConst: before || after,
      declarators,
      offset: named.offset,
    };
  }

  function argument(depth: number): TypeArgument {
    const text = peek();
    if (text !== undefined && /^\d/.test(text)) {
      next++;
      return { form: "number", text };
    }
    const first = type(depth + 1);
    if (peek() !== "(") return { form: "type", type: first };
    return { form: "signature", signature: rest(first, depth + 1) };
  }

  function rest(result: TypeExpression, depth: number): SignatureExpression {
    const parameters: { type: TypeExpression; name: string }[] = [];
    expect("(");
    while (peek() !== ")") {
      if (parameters.length > 0) expect(",");
      const parameter = type(depth);
      const named = /^[A-Za-z_]\w*$/.test(peek() ?? "") ? (take()?.text ?? "") : "";
      parameters.push({ type: parameter, name: named });
      if (peek() === undefined) fail('")" is expected', undefined, length);
    }
    expect(")");
    const [only] = parameters;
    const isVoid =
      parameters.length === 1 && only?.type.name === "void" && only.type.declarators.length === 0;
    return { result, parameters: isVoid ? [] : parameters };
  }

  return {
    type,
    signature: () => rest(type(0), 0),
    end: () => {
      if (next < all.length) fail(`"${peek()}" is not expected here`, all[next], length);
    },
  };
}

function isDeclarator(text: string | undefined): text is "*" | "&" | "&&" | "const" {
  return text === "*" || text === "&" || text === "&&" || text === "const";
}
