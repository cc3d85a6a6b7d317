"""Runs the Python sessions of a page: each ```pycon block by itself, as doctest does.

    python run_sessions.py [--without-signatures] PAGE...

The modules are found by PYTHONPATH. Exit status 1 where a session differs from the page, or a page has none.
With --without-signatures what prints signatures is left out: Boost.Python has others.
"""

import doctest
import pathlib
import re
import sys


# In docstrings: "start(speed: int) -> int"; in errors: "area(int) fits no signature".
SIGNATURE = re.compile(r"^\w+\(.*\) -> \w+$|fits no signature", re.MULTILINE)


def run_page(page, has_signatures):
    """Runs the sessions of one page; returns how many there are, and how many lines of them fail."""
    text = pathlib.Path(page).read_text(encoding="utf-8")
    # So much of an error message is shown as fits the page.
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    blocks = list(re.finditer(r"^```pycon\n(.*?)^```$", text, re.DOTALL | re.MULTILINE))
    for block in blocks:
        line = text.count("\n", 0, block.start(1))
        session = doctest.DocTestParser().get_doctest(block.group(1), {}, page, page, line)
        for example in session.examples:
            shown = example.want + (example.exc_msg or "")
            example.options[doctest.SKIP] = not has_signatures and bool(SIGNATURE.search(shown))
        runner.run(session)
    return len(blocks), runner.summarize(verbose=False).failed


def main(arguments):
    pages = [each for each in arguments if each != "--without-signatures"]
    counted = [run_page(page, has_signatures=pages == arguments) for page in pages]
    for page, (sessions, failed) in zip(pages, counted):
        print(f"{page}: {sessions} sessions, {failed} lines that differ")
    return 1 if any(failed or not sessions for sessions, failed in counted) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
