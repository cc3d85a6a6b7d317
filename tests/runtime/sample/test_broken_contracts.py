"""Contract mode: whatever is not in its declared state ends the process, and is named.

The module is built from bindings and headers whose guards are taken out.
"""

import signal

import pytest
from scripts import run_script


@pytest.mark.parametrize(
    ("script", "message"),
    [
        pytest.param(
            "widget.on_done_released",
            "Widget.on_done_released.get (release): its C++ is declared detached and is attached",
            id="thunk",
        ),
        pytest.param(
            "widget.on_done = print; widget.finish(1)",
            "Widget.finish (release): a callback is declared attached and is detached",
            id="callback",
        ),
        pytest.param(
            "widget.on_done = print; widget.finish_on_native_thread(1)",
            "no callable (a thread of C++): a callback is declared attached and is detached",
            id="callback on a native thread",
        ),
        pytest.param(
            "widget.on_done = lambda x: x; widget.replace_twice(print, print)",
            "Widget.replace_twice (release): "
            "the release of a Python object is declared attached and is detached",
            id="death of a callback",
        ),
        pytest.param(
            "functions.convert_argument_detached(widget, abs)",
            "the conversion of gen_bindings::optional_callback<int (int), "
            "gen_bindings::on_error::deferred<(anonymous namespace)::minus_one> > (hold): "
            "it is declared attached and is detached",
            id="conversion of an argument",
        ),
        pytest.param(
            "functions.convert_result_detached()",
            "the conversion of std::function<void (acme::Label&, std::",
            id="conversion of a result",
        ),
        pytest.param(
            "del widget",
            "the destructor of acme::Widget (release): it is declared detached and is attached",
            id="destructor",
        ),
    ],
)
def test_a_broken_promise_is_named(script, message):
    done = run_script(f"import functions; widget = functions.Widget()\n{script}")
    assert done.returncode == -signal.SIGABRT
    assert done.stderr.startswith(f"gen-bindings: GIL contract broken in {message}")
