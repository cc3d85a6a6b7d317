"""What may hang, in processes of their own: LevelDB's thread wants the GIL while another one waits
for LevelDB's thread. With a naive binding each work of workload.py deadlocks every time."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import leveldb
import pytest
from orders import options_with
from workload import KEYS, VALUE

HERE = Path(__file__).parent
#: In seconds. What deadlocks is done after one of them at most, where it does not.
DEADLOCK, PLENTY = 5, 60

WORKS = {
    "fill": (["putting"], ["putting", "put"]),
    "close_while_comparing": (["closing"], ["closing", "closed"]),
    "exit_while_comparing": (["exiting"], ["exiting"]),
}


class Same(leveldb.Comparator):
    """The order of workload.py."""

    def Compare(self, a, b):
        return (a > b) - (a < b)


def run(binding, work, folder, seconds, modules):
    return subprocess.run(
        [sys.executable, HERE / "workload.py", binding, work, folder, str(seconds)],
        env={**os.environ, "PYTHONPATH": str(modules), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=2 * PLENTY,
    )


@pytest.fixture(scope="session")
def naive(tmp_path_factory):
    """The folder of the naive binding, built with the Python and the Boost of the real one."""
    build = tmp_path_factory.mktemp("naive")
    cache = Path(leveldb.__file__).with_name("CMakeCache.txt").read_text().splitlines()
    settings = [
        f"-D{line}" for line in cache if line.startswith(("Boost_DIR:", "CMAKE_CXX_COMPILER"))
    ]
    made = [line.partition("=")[2] for line in cache if line.startswith("CMAKE_COMMAND:")]
    configure = [
        *made,
        *("-S", HERE / "naive", "-B", build, "-DCMAKE_BUILD_TYPE=Release"),
        f"-DPython3_EXECUTABLE={sys.executable}",
        *settings,
    ]
    for command in (configure, [*made, "--build", build]):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, done.stdout
    assert list(build.glob(f"naive_leveldb*{sysconfig.get_config_var('EXT_SUFFIX')}"))
    return build


@pytest.mark.parametrize("work", WORKS)
def test_a_naive_binding_deadlocks(work, folder, naive):
    said, _ = WORKS[work]
    done = run("naive", work, folder, DEADLOCK, naive)
    assert done.stdout.split() == said
    assert "Timeout" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("work", WORKS)
def test_ours_does_not(work, folder):
    _, said = WORKS[work]
    done = run("leveldb", work, folder, PLENTY, Path(leveldb.__file__).parent)
    assert (done.stdout.split(), done.stderr, done.returncode) == (said, "", 0)


@pytest.mark.parametrize("repetition", range(10))
def test_nothing_is_lost_where_the_interpreter_ends(repetition, folder):
    done = run("leveldb", "exit_after_filling", folder, PLENTY, Path(leveldb.__file__).parent)
    assert (done.stdout.split(), done.stderr, done.returncode) == (["exiting"], "", 0)
    database = leveldb.DB.Open(options_with(Same("order")), folder)
    assert list(database) == [(key, VALUE) for key in KEYS]
