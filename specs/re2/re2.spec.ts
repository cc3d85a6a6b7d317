// RE2 in TypeScript: the same bytes come of it as of re2.spec.json.
import type { bool, Cpp, int, Module, std, ValueError } from "gen-bindings/types";

export const specVersion = 1;

export const module = {
  name: "re2",
  doc: "RE2: regular expressions whose matching takes time linear in the text. Offsets count code points in str and bytes in bytes.",
  headers: ["error.hpp", "expression.hpp", "pattern_set.hpp", "match.hpp", "converters.hpp"],
  sources: ["expression.cpp", "pattern_set.cpp", "match.cpp", "offsets.cpp", "converters.cpp"],
  link: ["re2"],
} satisfies Module;

/**
 * str or bytes.
 *
 * @python str | bytes
 * @converters re2_adapters::register_converters
 */
export type TextView = Cpp<"re2_adapters::TextView">;

/**
 * str or bytes.
 *
 * @python str | bytes
 */
export type Text = Cpp<"re2_adapters::Text">;

/**
 * str.
 *
 * @python str
 */
export type Message = Cpp<"re2_adapters::Message">;

/**
 * Match, or None where there is none.
 *
 * @python Match | None
 */
export type OptionalMatch = Cpp<"std::optional<re2_adapters::Match>">;

/**
 * str, bytes or None.
 *
 * @python str | bytes | None
 */
export type OptionalText = Cpp<"std::optional<re2_adapters::Text>">;

/**
 * A tuple of str, bytes or None.
 *
 * @python tuple[str | bytes | None, ...]
 */
export type Groups = Cpp<"std::vector<std::optional<re2_adapters::Text>>">;

/**
 * The tuple (start, end).
 *
 * @python tuple[int, int]
 */
export type Span = Cpp<"re2_adapters::Span">;

/**
 * The tuple (new text, whether there was a match).
 *
 * @python tuple[str | bytes, bool]
 */
export type Replaced = Cpp<"std::pair<re2_adapters::Text, bool>">;

/**
 * The tuple (new text, count).
 *
 * @python tuple[str | bytes, int]
 */
export type ReplacedAll = Cpp<"std::pair<re2_adapters::Text, int>">;

/**
 * A list of int.
 *
 * @python list[int]
 */
export type Indices = Cpp<"std::vector<int>">;

/**
 * A dict from name to number.
 *
 * @python dict[str, int]
 */
export type GroupNumbers = Cpp<"std::map<std::string, int>">;

/**
 * An RE2 or a Set was used in a way that it cannot bear: it is not ok, not compiled, or given the wrong kind of text.
 *
 * @exception
 * @cpp re2_adapters::Error
 */
export declare class Error extends ValueError {}

/**
 * A match and what its groups captured; group 0 is the whole match. A group that took no part has the span (-1, -1) and no text.
 *
 * @cpp re2_adapters::Match
 */
export declare class Match {
  /**
   * Where the group begins and ends.
   *
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').span() returns (1, 3)
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').span(1) returns (-1, -1)
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').span(group=2) returns (2, 3)
   * @example RE2('a').FullMatch('a').span(1) raises IndexError
   */
  span(/** @default 0 */ group?: int): Span;
  /**
   * Where the group begins.
   *
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').start() returns 1
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').start(1) returns -1
   * @example RE2('a').FullMatch('a').start(1) raises IndexError
   */
  start(/** @default 0 */ group?: int): std.ptrdiff_t;
  /**
   * Where the group ends.
   *
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').end(2) returns 3
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').end(1) returns -1
   * @example RE2('a').FullMatch('a').end(1) raises IndexError
   */
  end(/** @default 0 */ group?: int): std.ptrdiff_t;
  /**
   * What the group captured, of the kind of the text; or None.
   *
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').group() returns 'bd'
   * @example RE2('b(c)?(d)?').PartialMatch('äbd').group(1) returns None
   * @example RE2('a').FullMatch('a').group(1) raises IndexError
   */
  group(/** @default 0 */ group?: int): OptionalText;
  /**
   * What was captured, from group 1 on.
   *
   * @example RE2('b(c)?(d)?').PartialMatch(b'abd').groups() returns (None, b'd')
   * @example RE2('a').FullMatch('a').groups() returns ()
   */
  groups(): Groups;
}

/**
 * A regular expression. A pattern that RE2 cannot compile does not raise: ok is False and error says why. To match with it raises Error. Any number of threads may use an RE2 at once.
 *
 * @cpp re2_adapters::Expression
 * @copyable false
 */
export declare class RE2 {
  /**
   * Compiles a pattern. Without options: RE2's own defaults, but without its log on stderr.
   *
   * @gil release when pattern.size() > 1024
   * @example RE2('ab|' * 1000).ok returns True
   * @example RE2(b'a+', RE2.Options()).ok returns True
   * @example RE2('(').ok returns False
   * @example RE2('\ud800') raises UnicodeEncodeError
   * @example RE2(bytearray(b'a')) raises TypeError
   */
  constructor(pattern: TextView, /** @default re2::RE2::Quiet */ options?: Cpp<"Options">);
  /**
   * @gil release when pattern.size() > 1024
   * @example RE2(b'ab|' * 1000, RE2.Latin1).ok returns True
   * @example RE2(b'a', RE2.Latin1).ok returns True
   * @example RE2('a', RE2.Latin1) raises Error
   */
  constructor(pattern: TextView, options: Cpp<"CannedOptions">);
  /**
   * Whether the pattern was compiled.
   *
   * @example RE2('a').ok returns True
   * @example RE2('*').ok returns False
   */
  get ok(): bool;
  /**
   * The pattern as it was given, str or bytes.
   *
   * @example RE2('ä+').pattern returns 'ä+'
   * @example RE2(b'a+').pattern returns b'a+'
   * @get re2_adapters::pattern
   */
  get pattern(): Text;
  /**
   * Why it is not ok; empty if it is.
   *
   * @example RE2('(ä').error returns 'missing ): (ä'
   * @example RE2('a').error returns ''
   * @get re2_adapters::error
   */
  get error(): Message;
  /**
   * Why it is not ok.
   *
   * @example RE2('(').error_code returns RE2.ErrorCode.ErrorMissingParen
   * @example RE2('a').error_code returns RE2.NoError
   */
  get error_code(): Cpp<"ErrorCode">;
  /**
   * The part of the pattern that is not ok.
   *
   * @example RE2('a[z').error_arg returns '[z'
   * @get re2_adapters::error_arg
   */
  get error_arg(): Message;
  /**
   * A copy of the options.
   *
   * @example RE2('a', RE2.POSIX).options.longest_match returns True
   */
  get options(): Cpp<"Options">;
  /**
   * Not counting the whole match; -1 if not ok.
   *
   * @example RE2('(a)(?:b)(c)').NumberOfCapturingGroups() returns 2
   * @example RE2('(').NumberOfCapturingGroups() returns -1
   */
  NumberOfCapturingGroups(): int;
  /**
   * The numbers of the groups that have a name.
   *
   * @example RE2('(?P<a>.)(.)(?P<b>.)').NamedCapturingGroups() returns {'a': 1, 'b': 3}
   * @example RE2('(a)').NamedCapturingGroups() returns {}
   */
  NamedCapturingGroups(): GroupNumbers;
  /**
   * Looks for a match between two offsets. As with RE2, ^ and $ look at the whole text.
   *
   * @cpp re2_adapters::match
   * @mutates false
   * @gil release when text.size() > 4096
   * @example RE2('b').Match('ä' * 5000 + 'b').span() returns (5000, 5001)
   * @example RE2('a').Match('aäa', startpos=1).span() returns (2, 3)
   * @example RE2('a').Match('ba', re_anchor=RE2.ANCHOR_START) returns None
   */
  Match(
    text: TextView,
    /** @default 0 */ startpos?: std.ptrdiff_t,
    /** @default re2_adapters::end_of_text */ endpos?: std.ptrdiff_t,
    /** @default re2::RE2::UNANCHORED */ re_anchor?: Cpp<"Anchor">,
  ): OptionalMatch;
  /**
   * Matches the whole text.
   *
   * @cpp re2_adapters::full_match
   * @mutates false
   * @gil release when text.size() > 4096
   * @example RE2('(a*)b').FullMatch('a' * 5000 + 'b').span(1) returns (0, 5000)
   * @example RE2('a').FullMatch('ab') returns None
   * @example RE2('(').FullMatch('a') raises Error
   * @example RE2('a').FullMatch('\udfff') raises UnicodeEncodeError
   */
  FullMatch(text: TextView): OptionalMatch;
  /**
   * Looks for a match anywhere in the text.
   *
   * @cpp re2_adapters::partial_match
   * @mutates false
   * @gil release when text.size() > 4096
   * @example RE2('b').PartialMatch('a' * 5000) returns None
   * @example RE2('b').PartialMatch('äb').span() returns (1, 2)
   * @example RE2('b').PartialMatch('äb'.encode()).span() returns (2, 3)
   * @example RE2('(').PartialMatch('a') raises Error
   */
  PartialMatch(text: TextView): OptionalMatch;
  /**
   * Replaces the first match. In the rewrite, \1 stands for the first group and \0 for the match.
   *
   * @cpp re2_adapters::replace
   * @mutates false
   * @gil release when text.size() > 4096
   * @example RE2('b').Replace('a' * 5000, 'c') returns ('a' * 5000, False)
   * @example RE2('(b)').Replace('abb', r'<\1>') returns ('a<b>b', True)
   * @example RE2('b').Replace('b', r'\1') raises Error
   * @example RE2('b').Replace('b', b'c') raises Error
   */
  Replace(text: TextView, rewrite: TextView): Replaced;
  /**
   * Replaces each match that does not overlap one before it.
   *
   * @cpp re2_adapters::global_replace
   * @mutates false
   * @gil release when text.size() > 4096
   * @example RE2('a').GlobalReplace('a' * 5000, 'ä') returns ('ä' * 5000, 5000)
   * @example RE2('b+').GlobalReplace(b'yabba dabba', b'd') returns (b'yada dada', 2)
   */
  GlobalReplace(text: TextView, rewrite: TextView): ReplacedAll;
  /**
   * A pattern that matches exactly this text.
   *
   * @cpp re2_adapters::quote_meta
   * @gil release when unquoted.size() > 4096
   * @example RE2.QuoteMeta('+' * 5000) returns '\\+' * 5000
   * @example RE2.QuoteMeta(b'1.5') returns b'1\\.5'
   * @example RE2.QuoteMeta('ä') returns 'ä'
   */
  static QuoteMeta(unquoted: TextView): Text;
}

export declare namespace RE2 {
  /**
   * @cpp re2::RE2::ErrorCode
   * @export
   */
  export enum ErrorCode {
    NoError,
    ErrorInternal,
    ErrorBadEscape,
    ErrorBadCharClass,
    ErrorBadCharRange,
    ErrorMissingBracket,
    ErrorMissingParen,
    ErrorUnexpectedParen,
    ErrorTrailingBackslash,
    ErrorRepeatArgument,
    ErrorRepeatSize,
    ErrorRepeatOp,
    ErrorBadPerlOp,
    ErrorBadUTF8,
    ErrorBadNamedCapture,
    ErrorPatternTooLarge,
  }

  /**
   * Common options; accepted wherever Options are.
   *
   * @cpp re2::RE2::CannedOptions
   * @export
   */
  export enum CannedOptions {
    DefaultOptions,
    Latin1,
    POSIX,
    Quiet,
  }

  /**
   * @cpp re2::RE2::Anchor
   * @export
   */
  export enum Anchor {
    UNANCHORED,
    ANCHOR_START,
    ANCHOR_BOTH,
  }

  /**
   * How an RE2 reads its pattern and matches.
   *
   * @cpp re2::RE2::Options
   */
  export class Options {
    /** @example RE2.Options().log_errors returns True */
    constructor();
    /** @example RE2.Options(RE2.Quiet).log_errors returns False */
    constructor(canned: Cpp<"CannedOptions">);
    /**
     * Memory for the compiled form and its caches, in bytes.
     *
     * @example options.max_mem returns 1 << 20 after options = RE2.Options(); options.max_mem = 1 << 20
     * @example RE2.Options().max_mem returns 8 << 20
     */
    get max_mem(): std.int64_t;
    /** @set set_max_mem */
    set max_mem(value: std.int64_t);
    /**
     * What the bytes of pattern and text mean.
     *
     * @example options.encoding returns RE2.Options.EncodingLatin1 after options = RE2.Options(); options.encoding = RE2.Options.EncodingLatin1
     * @example RE2.Options().encoding returns RE2.Options.EncodingUTF8
     */
    get encoding(): Cpp<"Encoding">;
    /** @set set_encoding */
    set encoding(value: Cpp<"Encoding">);
    /**
     * Only POSIX egrep syntax.
     *
     * @example options.posix_syntax returns True after options = RE2.Options(); options.posix_syntax = True
     * @example RE2.Options().posix_syntax returns False
     */
    get posix_syntax(): bool;
    /** @set set_posix_syntax */
    set posix_syntax(value: bool);
    /**
     * The longest match, not the first.
     *
     * @example options.longest_match returns True after options = RE2.Options(); options.longest_match = True
     * @example RE2.Options().longest_match returns False
     */
    get longest_match(): bool;
    /** @set set_longest_match */
    set longest_match(value: bool);
    /**
     * Write errors of syntax and execution to stderr.
     *
     * @example options.log_errors returns False after options = RE2.Options(); options.log_errors = False
     * @example RE2.Options().log_errors returns True
     */
    get log_errors(): bool;
    /** @set set_log_errors */
    set log_errors(value: bool);
    /**
     * The pattern is a text, not an expression.
     *
     * @example options.literal returns True after options = RE2.Options(); options.literal = True
     * @example RE2.Options().literal returns False
     */
    get literal(): bool;
    /** @set set_literal */
    set literal(value: bool);
    /**
     * Never match a newline.
     *
     * @example options.never_nl returns True after options = RE2.Options(); options.never_nl = True
     * @example RE2.Options().never_nl returns False
     */
    get never_nl(): bool;
    /** @set set_never_nl */
    set never_nl(value: bool);
    /**
     * The dot matches a newline too.
     *
     * @example options.dot_nl returns True after options = RE2.Options(); options.dot_nl = True
     * @example RE2.Options().dot_nl returns False
     */
    get dot_nl(): bool;
    /** @set set_dot_nl */
    set dot_nl(value: bool);
    /**
     * All groups are non-capturing.
     *
     * @example options.never_capture returns True after options = RE2.Options(); options.never_capture = True
     * @example RE2.Options().never_capture returns False
     */
    get never_capture(): bool;
    /** @set set_never_capture */
    set never_capture(value: bool);
    /**
     * Upper and lower case differ.
     *
     * @example options.case_sensitive returns False after options = RE2.Options(); options.case_sensitive = False
     * @example RE2.Options().case_sensitive returns True
     */
    get case_sensitive(): bool;
    /** @set set_case_sensitive */
    set case_sensitive(value: bool);
    /**
     * With posix_syntax: \d \s \w \D \S \W too.
     *
     * @example options.perl_classes returns True after options = RE2.Options(); options.perl_classes = True
     * @example RE2.Options().perl_classes returns False
     */
    get perl_classes(): bool;
    /** @set set_perl_classes */
    set perl_classes(value: bool);
    /**
     * With posix_syntax: \b and \B too.
     *
     * @example options.word_boundary returns True after options = RE2.Options(); options.word_boundary = True
     * @example RE2.Options().word_boundary returns False
     */
    get word_boundary(): bool;
    /** @set set_word_boundary */
    set word_boundary(value: bool);
    /**
     * With posix_syntax: ^ and $ match only at the ends of the text.
     *
     * @example options.one_line returns True after options = RE2.Options(); options.one_line = True
     * @example RE2.Options().one_line returns False
     */
    get one_line(): bool;
    /** @set set_one_line */
    set one_line(value: bool);
  }

  export namespace Options {
    /**
     * @cpp re2::RE2::Options::Encoding
     * @export
     */
    export enum Encoding {
      EncodingUTF8,
      EncodingLatin1,
    }
  }

  /**
   * Many patterns that are searched for at once: Add each, Compile once, then Match from any number of threads.
   *
   * @cpp re2_adapters::PatternSet
   * @copyable false
   */
  export class Set {
    /**
     * @example isinstance(RE2.Set(), RE2.Set) returns True
     * @example isinstance(RE2.Set(RE2.Options(), RE2.ANCHOR_BOTH), RE2.Set) returns True
     */
    constructor(
      /** @default re2::RE2::Quiet */ options?: RE2.Options,
      /** @default re2::RE2::UNANCHORED */ anchor?: RE2.Anchor,
    );
    /** @example isinstance(RE2.Set(RE2.Latin1), RE2.Set) returns True */
    constructor(
      options: RE2.CannedOptions,
      /** @default re2::RE2::UNANCHORED */ anchor?: RE2.Anchor,
    );
    /**
     * Adds a pattern and returns its index. Raises Error where it cannot be parsed, and after Compile.
     *
     * @cpp add
     * @gil hold
     * @example RE2.Set().Add('a+') returns 0
     * @example RE2.Set().Add('(') raises Error
     * @example patterns.Add('a') raises Error after patterns = RE2.Set(); patterns.Compile()
     */
    Add(pattern: TextView): int;
    /**
     * Compiles the set, once. False where max_mem does not suffice.
     *
     * @lock none
     * @step acquire self.close()
     * @step release self.compile()
     * @example RE2.Set().Compile() returns True
     */
    Compile(): bool;
    /**
     * The indices of the patterns that match, ascending.
     *
     * @cpp match
     * @mutates false
     * @gil release when text.size() > 4096
     * @example patterns.Match('a' * 5000 + 'ä') returns [0, 2] after patterns = RE2.Set(); [patterns.Add(each) for each in ('a', 'b', 'ä')]; patterns.Compile()
     * @example patterns.Match('a') returns [0] after patterns = RE2.Set(); [patterns.Add(each) for each in ('a', 'b', 'ä')]; patterns.Compile()
     * @example RE2.Set().Match('a') raises Error
     */
    Match(text: TextView): Indices;
    /**
     * The same, but tells error_info what went wrong instead of raising.
     *
     * @mutates false
     * @step release self.search(text) as found
     * @step acquire re2_adapters::report(found, error_info)
     * @example (RE2.Set().Match('a', error_info), error_info.kind) returns ([], RE2.Set.kNotCompiled) after error_info = RE2.Set.ErrorInfo()
     */
    Match(text: TextView, error_info: Cpp<"ErrorInfo&">): Indices;
  }

  export namespace Set {
    /**
     * @cpp re2::RE2::Set::ErrorKind
     * @export
     */
    export enum ErrorKind {
      kNoError,
      kNotCompiled,
      kOutOfMemory,
      kInconsistent,
    }

    /**
     * What Match reports where it finds nothing.
     *
     * @cpp re2::RE2::Set::ErrorInfo
     */
    export class ErrorInfo {
      /** @example RE2.Set.ErrorInfo().kind returns RE2.Set.kNoError */
      constructor();
      readonly kind: Cpp<"ErrorKind">;
    }
  }
}
