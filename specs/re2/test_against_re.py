r"""RE2 beside Python's `re`: the same matches and the same spans of every group, for a few hundred
patterns.

The two languages overlap widely. Left out is where they differ by design: \v, which only Python
counts as \s; a final newline, before which only Python's $ matches; \B in an empty text; the
iteration of what may be empty. Python compiles with re.ASCII, because \d, \w and \b of RE2 know
only ASCII.
"""

import random
import re

import pytest
from re2 import RE2

HANDWRITTEN = r"""
a ab abc ä € 😀 ba aä ä€😀
. .. ... .a a. a.b .* .+ .? .{2} .{2,} .{1,3} (?s).+ (?s)a.b
a* a+ a? ab* ab+ ab? a{2} a{2,} a{1,2} ä* ä+ ä{2} 😀+
a*? a+? a?? .*?b .+?b a{1,3}? (a+?)(a*) (a*?)b
[ab] [^ab] [a-c]+ [^a-c]+ [äöü]+ [^ä]+ [à-ü]+ [a😀] [\d]+ [^\d]+ [\w.]+ []a] [a\]] [-a] [a\-c]
\d \D \w \W \s \S \d+ \w+ \s+ \S+ \D+ \W+ \d{2} \w\s\w
\. \* \\ \+ \? \( \) \[ \{ \^ \$ \| \n \t \x61 \x41
^a a$ ^a$ ^$ ^ $ (?m)^a (?m)a$ (?m)^.*$ (?m)^ \Aa ^ä 😀$
\b \B. \ba a\b \b\w+\b \Ba a\B \bab?\b
a|b ab|a a|ab a|ab|abc abc|ab|a ä|€|😀 (a|ab)(c|bcd) |a a| (|a)b (?:a|b)|c
(a) (a)(b) (a(b)) ((a)b) (?:a)(b) () (a|b)(c|d)? (ä)(€)? (.)(.) (.*)(.) ((.)(.))(.)
(?P<x>a) (?P<first>.)(?P<second>.) (?P<x>a)?(?P<y>b)
(a)?b (a)*b (a)+b (a|b)* (a|b)+ (ab)+ (ab|a)+ (?:(a)|b)+ (.a)+ ([ab]c?)*
(?i)a (?i)AB (?i)[a-c]+ (?i)abC
(\w+)\x20(\w+) (\d+)-(\d+) (\w+)@(\w+)\.com "([^"]*)" (\d{1,3})\.(\d{1,3}) ^\s*(\w+)\s*=\s*(.*?)\s*$
""".split()

TEXTS = [
    *["", "a", "b", "ab", "ba", "aab", "abab", "abc", "abcd", "aaa", "AbC", "a b"],
    *["a\nb", "b\na\nc", "tab\there"],
    *["ä", "äa", "aä", "ä€😀", "😀a😀b", "öäü ab", "x😀😀y"],
    *["one two", "12-345", "me@example.com", 'say "äö" now', "192.168", "  key = välue  "],
    *["a.b*c\\d+e?f", "(a)[b]{c}^d$e|f", "]-a"],
]

#: What random expressions are made of.
ATOMS = [*"abcä€😀1 ", ".", "[ab]", "[^a]", "[à-ü]", r"\d", r"\w", r"\W", r"\S", r"\.", "(?:ab|ä)"]
QUANTIFIERS = ["*", "+", "?", "{2}", "{1,2}", "*?", "+?", "??"]


def random_expression(source, depth, captures=True):
    """An expression, and whether it may match nothing.

    What is repeated never may, and captures nothing: in some versions of Python, what a branch
    captured outlives the branch.
    """
    forms = ["atom", "sequence", "either", "group", "repeat"]
    form = source.choice(forms) if depth > 0 else "atom"
    if form == "atom":
        return source.choice(ATOMS), False
    if form == "repeat":
        text, empty = random_expression(source, depth - 1, captures=False)
        quantifier = source.choice(QUANTIFIERS)
        return (text, True) if empty else (f"(?:{text}){quantifier}", quantifier[0] in "*?")
    if form == "group":
        text, empty = random_expression(source, depth - 1, captures)
        return f"({text})" if captures else f"(?:{text})", empty
    (left, left_empty), (right, right_empty) = [
        random_expression(source, depth - 1, captures) for _ in range(2)
    ]
    if form == "sequence":
        return left + right, left_empty and right_empty
    return f"(?:{left}|{right})", left_empty or right_empty


def random_expressions(count):
    source = random.Random(2)
    found = {}
    while len(found) < count:
        expression, _ = random_expression(source, depth=4)
        found[expression] = None
    return list(found)


PATTERNS = list(dict.fromkeys([*HANDWRITTEN, *random_expressions(250)]))


def latin1(texts):
    return [each for each in texts if all(ord(letter) < 256 for letter in each)]


def spans(match, expected):
    """The span of the match and of each group; None where there is no match."""
    return match and [match.span(group) for group in range(expected.groups + 1)]


def spans_in_bytes(text, match, expected):
    """The same, in the bytes of the text's UTF-8."""

    def offset(position):
        return -1 if position < 0 else len(text[:position].encode())

    return match and [tuple(map(offset, span)) for span in spans(match, expected)]


def test_there_are_a_few_hundred_patterns():
    assert len(PATTERNS) > 350


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_groups_are_the_same(pattern):
    expected, actual = re.compile(pattern, re.ASCII), RE2(pattern)
    assert actual.error == ""
    assert actual.NumberOfCapturingGroups() == expected.groups
    assert actual.NamedCapturingGroups() == dict(expected.groupindex)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_matches_are_the_same(pattern):
    expected, actual = re.compile(pattern, re.ASCII), RE2(pattern)
    for text in TEXTS:
        for wanted, found in [
            (expected.search(text), actual.PartialMatch(text)),
            (expected.fullmatch(text), actual.FullMatch(text)),
            (expected.match(text), actual.Match(text, re_anchor=RE2.ANCHOR_START)),
            (expected.search(text, 1), actual.Match(text, startpos=1)),
        ]:
            assert spans(found, expected) == spans(wanted, expected), text
            assert (found and found.group()) == (wanted and wanted.group()), text
            assert (found and found.groups()) == (wanted and wanted.groups()), text


@pytest.mark.parametrize("pattern", PATTERNS)
def test_spans_of_bytes_count_bytes(pattern):
    expected, actual = re.compile(pattern, re.ASCII), RE2(pattern.encode())
    for text in TEXTS:
        wanted = spans_in_bytes(text, expected.search(text), expected)
        assert spans(actual.PartialMatch(text.encode()), expected) == wanted, text


@pytest.mark.parametrize("pattern", latin1(PATTERNS))
def test_latin1_is_what_bytes_are_to_python(pattern):
    encoded = pattern.encode("latin-1")
    expected, actual = re.compile(encoded), RE2(encoded, RE2.Latin1)
    for text in latin1(TEXTS):
        data = text.encode("latin-1")
        wanted = spans(expected.search(data), expected)
        assert spans(actual.PartialMatch(data), expected) == wanted, text


@pytest.mark.parametrize("pattern", PATTERNS)
def test_replacing_is_the_same(pattern):
    expected, actual = re.compile(pattern, re.ASCII), RE2(pattern)
    for text in TEXTS:
        # Right behind a match, an empty one counts for Python and not for RE2.
        if any(match.group() == "" for match in expected.finditer(text)):
            continue
        assert actual.GlobalReplace(text, r"<\0>") == expected.subn(r"<\g<0>>", text), text
        once, count = expected.subn(r"<\g<0>>", text, count=1)
        assert actual.Replace(text, r"<\0>") == (once, count == 1), text


@pytest.mark.parametrize("text", TEXTS)
def test_a_quoted_text_is_a_pattern_for_itself(text):
    quoted = RE2.QuoteMeta(text)
    assert RE2(quoted).FullMatch(text) is not None
    assert re.fullmatch(quoted, text) is not None


@pytest.mark.parametrize("text", TEXTS)
def test_a_set_finds_all_that_match(text):
    patterns = RE2.Set()
    for index, pattern in enumerate(PATTERNS):
        assert patterns.Add(pattern) == index
    assert patterns.Compile()
    wanted = [index for index, pattern in enumerate(PATTERNS) if re.search(pattern, text, re.ASCII)]
    assert patterns.Match(text) == wanted
