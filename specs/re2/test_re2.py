"""What the bindings of RE2 promise beyond the examples in the spec: errors, options, kinds of text, sets."""

import random

import pytest
import re2
from re2 import RE2


def options_with(**settings):
    options = RE2.Options(RE2.Quiet)
    for name, value in settings.items():
        setattr(options, name, value)
    return options


@pytest.mark.parametrize(
    ["pattern", "code", "argument"],
    [
        ("a(b", "ErrorMissingParen", "a(b"),
        ("a)b", "ErrorUnexpectedParen", "a)b"),
        ("a[b", "ErrorMissingBracket", "[b"),
        ("[z-a]", "ErrorBadCharRange", "z-a"),
        ("a\\", "ErrorTrailingBackslash", ""),
        ("ä{1001}", "ErrorRepeatSize", "{1001}"),
        ("*ä", "ErrorRepeatArgument", "*"),
        ("ä**", "ErrorRepeatOp", "**"),
        ("(ä)\\1", "ErrorBadEscape", "\\1"),
        ("(?=ä)", "ErrorBadPerlOp", "(?="),
        ("(?P<ä", "ErrorBadNamedCapture", "(?P<ä"),
        (b"a\xff", "ErrorBadUTF8", ""),
    ],
)
def test_a_bad_pattern_is_not_ok(pattern, code, argument):
    bad = RE2(pattern)
    assert not bad.ok
    assert bad.error_code == getattr(RE2.ErrorCode, code)
    assert bad.error != ""
    assert bad.error_arg == argument
    assert bad.pattern == pattern
    assert bad.NumberOfCapturingGroups() == -1
    assert bad.NamedCapturingGroups() == {}


def test_an_error_in_bytes_that_are_not_utf8_is_readable():
    bad = RE2(b"(\xff", RE2.Latin1)
    assert bad.error == "missing ): (\\xff"
    assert bad.error_arg == "(\\xff"


@pytest.mark.parametrize(
    "use",
    [
        lambda bad: bad.Match("a"),
        lambda bad: bad.FullMatch("a"),
        lambda bad: bad.PartialMatch("a"),
        lambda bad: bad.Replace("a", "b"),
        lambda bad: bad.GlobalReplace("a", "b"),
    ],
    ids=["Match", "FullMatch", "PartialMatch", "Replace", "GlobalReplace"],
)
def test_to_use_a_bad_pattern_raises_and_logs_nothing(use, capfd):
    for bad in (RE2("(a"), RE2("(a", options_with(log_errors=False))):
        with pytest.raises(re2.Error, match=r"^the RE2 is not ok: missing \): \(a$"):
            use(bad)
    assert capfd.readouterr() == ("", "")


def test_re2_logs_where_the_options_say_so(capfd):
    RE2("(a", RE2.Options())
    assert "missing ): (a" in capfd.readouterr().err


def test_an_error_is_a_value_error():
    assert re2.Error.__mro__[1] is ValueError
    assert re2.Error.__module__ == "re2"


@pytest.mark.parametrize(
    ["settings", "pattern", "text", "span"],
    [
        ({}, "a.b|A", "a\nbA", (3, 4)),
        ({"dot_nl": True}, "a.b|A", "a\nbA", (0, 3)),
        ({"never_nl": True}, "a\n?b", "a\nb", None),
        ({"case_sensitive": False}, "Ä", "ä", (0, 1)),
        ({"literal": True}, "a.b", "axb a.b", (4, 7)),
        ({"longest_match": True}, "a|ab", "ab", (0, 2)),
        ({"posix_syntax": True, "perl_classes": True}, r"\d", "a1", (1, 2)),
        ({"posix_syntax": True, "word_boundary": True}, r"\ba", "ba a", (3, 4)),
        ({"posix_syntax": True}, "^b", "a\nb", (2, 3)),
        ({"posix_syntax": True, "one_line": True}, "^b", "a\nb", None),
    ],
)
def test_options_take_effect(settings, pattern, text, span):
    match = RE2(pattern, options_with(**settings)).PartialMatch(text)
    assert (match and match.span()) == span


def test_options_that_refuse_a_pattern():
    assert RE2(r"\d", options_with(posix_syntax=True)).error_code == RE2.ErrorBadEscape
    assert RE2("a{1000}", options_with(max_mem=1000)).error_code == RE2.ErrorPatternTooLarge
    assert RE2("(a)", options_with(never_capture=True)).NumberOfCapturingGroups() == 0


def test_options_are_copied():
    options = options_with(literal=True)
    pattern = RE2("a+", options)
    options.literal = False
    pattern.options.literal = False
    assert pattern.options.literal
    assert pattern.FullMatch("a+") is not None


def test_the_settings_of_options_have_types():
    options = RE2.Options()
    with pytest.raises(TypeError):
        options.max_mem = "much"
    with pytest.raises(OverflowError):
        options.max_mem = 1 << 64
    with pytest.raises(TypeError):
        options.encoding = "UTF-8"


def test_values_of_enums_are_in_their_class_too():
    assert RE2.NoError is RE2.ErrorCode.NoError
    assert RE2.UNANCHORED is RE2.Anchor.UNANCHORED
    assert RE2.Options.EncodingUTF8 is RE2.Options.Encoding.EncodingUTF8
    assert RE2.Set.kNoError is RE2.Set.ErrorKind.kNoError


#: Each call that takes text, with the text left open.
CALLS = {
    "RE2": RE2,
    "Match": RE2("a").Match,
    "FullMatch": RE2("a").FullMatch,
    "PartialMatch": RE2("a").PartialMatch,
    "Replace": lambda text: RE2("a").Replace(text, "b"),
    "rewrite": lambda text: RE2("a").Replace("a", text),
    "GlobalReplace": lambda text: RE2("a").GlobalReplace(text, "b"),
    "QuoteMeta": RE2.QuoteMeta,
    "Set.Add": lambda text: RE2.Set().Add(text),
    "Set.Match": lambda text: RE2.Set().Match(text),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_surrogate_is_refused(call):
    with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
        call("a\udcff")


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("other", [None, 1, bytearray(b"a"), memoryview(b"a"), ["a"]], ids=repr)
def test_only_str_and_bytes_are_text(call, other):
    with pytest.raises(TypeError):
        call(other)


def test_classes_derived_from_str_and_bytes_are_text():
    class Name(str):
        pass

    class Data(bytes):
        pass

    assert RE2("ä").PartialMatch(Name("xä")).span() == (1, 2)
    assert RE2("ä").PartialMatch(Data("xä".encode())).span() == (1, 3)


def test_a_null_character_is_a_character():
    assert RE2("b").PartialMatch("a\0b").span() == (2, 3)
    assert RE2("a\0b").FullMatch("a\0b").span() == (0, 3)
    assert RE2(b"a\0b").pattern == b"a\0b"


@pytest.mark.parametrize(
    "use",
    [
        lambda: RE2("a", RE2.Latin1),
        lambda: RE2(b"a", RE2.Latin1).FullMatch("a"),
        lambda: RE2(b"a", RE2.Latin1).Replace("a", "b"),
        lambda: RE2.Set(RE2.Latin1).Add("a"),
        lambda: RE2.Set(RE2.Latin1).Match("a"),
    ],
)
def test_what_reads_latin1_takes_no_str(use):
    with pytest.raises(re2.Error, match="takes bytes, not str"):
        use()


def test_latin1_has_a_character_for_each_byte():
    match = RE2(b"(.)(\xe4)", RE2.Latin1).PartialMatch(b"\x80\xff\xe4")
    assert [match.span(group) for group in range(3)] == [(1, 3), (1, 2), (2, 3)]
    assert match.groups() == (b"\xff", b"\xe4")


def test_bytes_that_are_not_utf8_match_only_what_takes_any_byte():
    assert RE2(".").FullMatch(b"\xff") is None
    assert RE2(r"\C").FullMatch(b"\xff").span() == (0, 1)
    assert RE2("b").PartialMatch(b"\xffb\xff").span() == (1, 2)


def test_a_match_inside_a_character_has_no_offset_in_str():
    half = RE2(r"^\C")
    assert half.PartialMatch("a").span() == (0, 1)
    assert half.PartialMatch("ä".encode()).span() == (0, 1)
    with pytest.raises(re2.Error, match="inside a character"):
        half.PartialMatch("ä")
    assert half.Replace("ä".encode(), b"") == (b"\xa4", True)
    with pytest.raises(UnicodeDecodeError):
        half.Replace("ä", "")


@pytest.mark.parametrize(
    ["startpos", "endpos", "span"],
    [
        (0, 5, (1, 2)),
        (-7, 1 << 40, (1, 2)),
        (1, 2, (1, 2)),
        (2, 5, (3, 4)),
        (2, 3, None),
        (4, 5, None),
        (5, 5, None),
        (9, 9, None),
        (3, 1, None),
    ],
)
@pytest.mark.parametrize("text", ["äxöx😀", "axoxa", b"axoxa"])
def test_a_match_stays_between_its_offsets(text, startpos, endpos, span):
    match = RE2("x").Match(text, startpos, endpos)
    assert (match and match.span()) == span


def test_offsets_do_not_move_the_ends_of_the_text():
    assert RE2("^b").Match("äb", startpos=1) is None
    assert RE2("ä$").Match("äb", endpos=1) is None
    assert RE2("ä", RE2.Quiet).Match("äb", 0, 1, RE2.ANCHOR_BOTH).span() == (0, 1)
    assert RE2("").Match("ä", startpos=1).span() == (1, 1)


def test_a_match_outlives_its_text_and_its_pattern():
    pattern, text = RE2("(ä+)(b)?"), "x" + "ä" * 10_000
    match = pattern.PartialMatch(text)
    del pattern, text
    assert match.group() == match.group(1) == "ä" * 10_000
    assert match.group(2) is None
    assert (match.start(), match.end()) == (1, 10_001)


@pytest.mark.parametrize("group", [-1, 2, 1 << 20])
@pytest.mark.parametrize("of", ["span", "start", "end", "group"])
def test_a_group_that_the_pattern_lacks(of, group):
    with pytest.raises(IndexError, match="no such group"):
        getattr(RE2("(a)").FullMatch("a"), of)(group)


def test_a_match_cannot_be_made():
    with pytest.raises(RuntimeError):
        re2.Match()


@pytest.mark.parametrize(
    ["rewrite", "reason"],
    [(r"\2", "only has 1 parenthesized"), (r"\x", "must be followed by a digit"), ("\\", "at end")],
)
def test_a_bad_rewrite_raises_and_logs_nothing(rewrite, reason, capfd):
    for replace in (RE2("(a)").Replace, RE2("(a)").GlobalReplace):
        with pytest.raises(re2.Error, match=reason):
            replace("a", rewrite)
    assert capfd.readouterr() == ("", "")


def test_text_and_rewrite_are_of_one_kind():
    for text, rewrite in (("a", b"b"), (b"a", "b")):
        with pytest.raises(re2.Error, match="both be str or both be bytes"):
            RE2("a").GlobalReplace(text, rewrite)


def compiled(*patterns, options=RE2.Quiet, anchor=RE2.UNANCHORED):
    made = RE2.Set(options, anchor)
    for pattern in patterns:
        made.Add(pattern)
    assert made.Compile()
    return made


def test_a_set_is_anchored_as_it_was_told():
    patterns = ("a+", "b", "ab")
    assert compiled(*patterns).Match("xab") == [0, 1, 2]
    assert compiled(*patterns, anchor=RE2.ANCHOR_START).Match("abx") == [0, 2]
    assert compiled(*patterns, anchor=RE2.ANCHOR_BOTH).Match(b"ab") == [2]
    assert compiled().Match("a") == []


def test_the_indices_of_a_set_ascend():
    patterns = [chr(ord("a") + index % 26) + "?" for index in range(200)]
    random.Random(3).shuffle(patterns)
    assert compiled(*patterns).Match("abcdefghijklmnopqrstuvwxyz") == list(range(200))


def test_a_set_reads_latin1():
    assert compiled(b"\xe4", b"\xc3", options=RE2.Latin1).Match(b"\xe4") == [0]


def test_a_pattern_that_is_refused_takes_no_index(capfd):
    patterns = RE2.Set()
    with pytest.raises(re2.Error, match=r"missing \): \(a"):
        patterns.Add("(a")
    assert patterns.Add("a") == 0
    assert capfd.readouterr() == ("", "")


def test_a_set_in_the_wrong_state_raises_and_logs_nothing(capfd):
    patterns = RE2.Set()
    with pytest.raises(re2.Error, match="not compiled"):
        patterns.Match("a")
    assert patterns.Compile()
    with pytest.raises(re2.Error, match="compiled once"):
        patterns.Compile()
    with pytest.raises(re2.Error, match="no more patterns"):
        patterns.Add("a")
    assert capfd.readouterr() == ("", "")


def test_a_set_that_max_mem_does_not_suffice_for():
    patterns = RE2.Set(options_with(max_mem=1 << 12))
    for count in range(20):
        patterns.Add("(?:a|b)*a(?:a|b){%d}" % count)
    assert not patterns.Compile()
    with pytest.raises(re2.Error, match="not compiled"):
        patterns.Match("a")


def test_error_info_tells_instead_of_raising():
    told = RE2.Set.ErrorInfo()
    assert RE2.Set().Match("a", told) == []
    assert told.kind == RE2.Set.kNotCompiled
    assert compiled("a").Match("b", error_info=told) == []
    assert told.kind == RE2.Set.kNoError
