// Expression: an RE2 that knows which kind of text its pattern was; matching and replacing.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "match.hpp"
#include "text.hpp"

namespace re2_adapters {

/// Offsets count as Python counts, so this stands for the end of any text.
inline constexpr std::ptrdiff_t end_of_text = std::numeric_limits<std::ptrdiff_t>::max();

/// As RE2: safe for use by many threads at once. GIL: any state.
class Expression final : public ::re2::RE2 {
 public:
  /// A pattern that RE2 cannot compile does not throw: see ok() and error().
  /// Throws Error for a str where the options say Latin-1.
  Expression(const TextView& pattern, const Options& options);

  [[nodiscard]] TextKind pattern_kind() const noexcept { return kind_; }

 private:
  TextKind kind_;
};

/// The pattern as it was given, str or bytes. GIL: any state.
[[nodiscard]] Text pattern(const Expression& expression);

/// Why the pattern is not ok, and which part of it; empty if it is. GIL: any state.
[[nodiscard]] Message error(const Expression& expression);
[[nodiscard]] Message error_arg(const Expression& expression);

/// RE2::Match. The offsets are clamped to the text.
///
/// This and all that follow: GIL: any state. They throw Error where the expression is not ok, where
/// str meets an expression that reads Latin-1, and where a match of str begins or ends inside a
/// character.
[[nodiscard]] std::optional<Match> match(const Expression& expression, const TextView& text,
                                         std::ptrdiff_t startpos, std::ptrdiff_t endpos,
                                         ::re2::RE2::Anchor anchor);

/// RE2::FullMatch and RE2::PartialMatch.
[[nodiscard]] std::optional<Match> full_match(const Expression& expression, const TextView& text);
[[nodiscard]] std::optional<Match> partial_match(const Expression& expression,
                                                 const TextView& text);

/// RE2::Replace and RE2::GlobalReplace: the new text, and what RE2 returns.
/// Throw Error for a bad rewrite, and for one that is not of the same kind as the text.
[[nodiscard]] std::pair<Text, bool> replace(const Expression& expression, const TextView& text,
                                            const TextView& rewrite);
[[nodiscard]] std::pair<Text, int> global_replace(const Expression& expression,
                                                  const TextView& text, const TextView& rewrite);

/// RE2::QuoteMeta. GIL: any state.
[[nodiscard]] Text quote_meta(const TextView& unquoted);

/// Throws Error for a str where RE2 reads Latin-1: a character of UTF-8 would be several there.
/// GIL: any state.
void check_encoding(const TextView& text, const ::re2::RE2::Options& options);

}  // namespace re2_adapters
