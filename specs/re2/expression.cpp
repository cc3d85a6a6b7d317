#include "expression.hpp"

#include <string>
#include <vector>

#include "error.hpp"
#include "offsets.hpp"

namespace re2_adapters {

namespace {

using ::re2::RE2;

const TextView& checked(const TextView& text, const RE2::Options& options) {
  check_encoding(text, options);
  return text;
}

// RE2 itself would write to the log and report no match, which is as good as a wrong answer.
void check_usable(const Expression& expression, const TextView& text) {
  if (!expression.ok()) throw Error("the RE2 is not ok: " + expression.error());
  check_encoding(text, expression.options());
}

void check_rewrite(const Expression& expression, const TextView& text, const TextView& rewrite) {
  check_usable(expression, text);
  if (rewrite.kind != text.kind) throw Error("text and rewrite must both be str or both be bytes");
  std::string reason;
  if (!expression.CheckRewriteString(rewrite.bytes, &reason)) throw Error(reason);
}

Match match_of(const TextView& text, const std::vector<::re2::StringPiece>& captured) {
  const auto begin = [&](const ::re2::StringPiece& piece) {
    return static_cast<std::size_t>(piece.data() - text.bytes.data());
  };
  std::vector<std::size_t> bounds;
  for (const auto& piece : captured) {
    if (piece.data() == nullptr) continue;
    bounds.push_back(begin(piece));
    bounds.push_back(begin(piece) + piece.size());
  }
  const PythonOffsets offsets{text, std::move(bounds)};
  std::vector<Group> groups;
  groups.reserve(captured.size());
  for (const auto& piece : captured) {
    Group& group = groups.emplace_back();
    if (piece.data() == nullptr) continue;
    group.span = {offsets[begin(piece)], offsets[begin(piece) + piece.size()]};
    group.text = Text{std::string{piece.data(), piece.size()}, text.kind};
  }
  return Match{std::move(groups)};
}

}  // namespace

Expression::Expression(const TextView& pattern, const Options& options)
    : RE2{checked(pattern, options).bytes, options}, kind_{pattern.kind} {}

Text pattern(const Expression& expression) {
  return {expression.pattern(), expression.pattern_kind()};
}

Message error(const Expression& expression) { return {expression.error()}; }

Message error_arg(const Expression& expression) { return {expression.error_arg()}; }

std::optional<Match> match(const Expression& expression, const TextView& text,
                           std::ptrdiff_t startpos, std::ptrdiff_t endpos, RE2::Anchor anchor) {
  check_usable(expression, text);
  const std::size_t first = byte_offset(text, startpos);
  const std::size_t last = byte_offset(text, endpos);
  if (first > last) return std::nullopt;
  const int groups = 1 + expression.NumberOfCapturingGroups();
  std::vector<::re2::StringPiece> captured(static_cast<std::size_t>(groups));
  if (!expression.Match(text.bytes, first, last, anchor, captured.data(), groups)) {
    return std::nullopt;
  }
  return match_of(text, captured);
}

std::optional<Match> full_match(const Expression& expression, const TextView& text) {
  return match(expression, text, 0, end_of_text, RE2::ANCHOR_BOTH);
}

std::optional<Match> partial_match(const Expression& expression, const TextView& text) {
  return match(expression, text, 0, end_of_text, RE2::UNANCHORED);
}

std::pair<Text, bool> replace(const Expression& expression, const TextView& text,
                              const TextView& rewrite) {
  check_rewrite(expression, text, rewrite);
  std::string changed{text.bytes};
  const bool replaced = RE2::Replace(&changed, expression, rewrite.bytes);
  return {Text{std::move(changed), text.kind}, replaced};
}

std::pair<Text, int> global_replace(const Expression& expression, const TextView& text,
                                    const TextView& rewrite) {
  check_rewrite(expression, text, rewrite);
  std::string changed{text.bytes};
  const int count = RE2::GlobalReplace(&changed, expression, rewrite.bytes);
  return {Text{std::move(changed), text.kind}, count};
}

Text quote_meta(const TextView& unquoted) {
  return {RE2::QuoteMeta(unquoted.bytes), unquoted.kind};
}

void check_encoding(const TextView& text, const RE2::Options& options) {
  if (text.kind == TextKind::str && options.encoding() == RE2::Options::EncodingLatin1) {
    throw Error("an RE2 that reads Latin-1 takes bytes, not str");
  }
}

}  // namespace re2_adapters
