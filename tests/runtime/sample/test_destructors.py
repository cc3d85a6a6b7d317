"""Destructors that wait for threads which call back: in Python's hands, and at its end."""

from scripts import run_script

STATIC = "static destructors ran\n"


def check_script(script, expected):
    done = run_script(script)
    assert (done.returncode, done.stdout, done.stderr) == (0, expected + STATIC, "")


def test_a_destructor_that_waits_for_a_callback():
    check_script(
        "import virtuals\n"
        "engine = virtuals.Engine('one', lambda turns: 10 + turns)\n"
        "assert engine.turn() == 1\n"
        "del engine\n",
        "one: destroyed detached, last call gave 11\n",
    )


def test_a_shared_pointer_that_c_plus_plus_made_waits_for_an_override():
    check_script(
        "import virtuals\n"
        "class Gauge(virtuals.Gauge):\n"
        "    def read(self, unit): return 42\n"
        "engine = virtuals.make_engine('made', Gauge())\n"
        "assert virtuals.same_engine(engine) is engine\n"
        "assert virtuals.no_engine() is None\n"
        "del engine\n",
        "made: destroyed detached, last call gave 42\n",
    )


def test_a_pointer_that_python_is_to_own():
    check_script(
        "import virtuals\n"
        "engine = virtuals.new_engine('new', lambda turns: turns)\n"
        "assert type(engine) is virtuals.Engine\n"
        "del engine\n",
        "new: destroyed detached, last call gave 0\n",
    )


def test_an_object_that_c_plus_plus_keeps_lives_on():
    check_script(
        "import virtuals\n"
        "engine = virtuals.shared_engine('kept', lambda turns: 7)\n"
        "del engine\n"
        "print('dropped', flush=True)\n"
        "virtuals.drop_shared_engine()\n",
        "dropped\nkept: destroyed detached, last call gave 7\n",
    )


def test_an_object_that_python_made_is_destroyed_detached_by_c_plus_plus_too():
    check_script(
        "import virtuals\n"
        "engine = virtuals.Engine('made', lambda turns: 7)\n"
        "virtuals.share_engine(engine)\n"
        "del engine\n"
        "print('dropped', flush=True)\n"
        "virtuals.drop_shared_engine_attached()\n",
        "dropped\nmade: destroyed detached, last call gave 7\n",
    )


def test_what_lives_at_the_end_is_closed_then_the_newest_first():
    check_script(
        "import virtuals\n"
        "class Reading(virtuals.Gauge):\n"
        "    def read(self, unit): return 42\n"
        "one = virtuals.Engine('one', lambda turns: 10)\n"
        "two = virtuals.make_engine('overridden', Reading())\n"
        "dropped = virtuals.Engine('dropped', lambda turns: 20)\n"
        "three = virtuals.make_engine('plain', virtuals.Gauge())\n"
        "four = virtuals.new_engine('four', lambda turns: 30)\n"
        "del dropped\n"
        "print('end', flush=True)\n",
        "dropped: destroyed detached, last call gave 20\n"
        "end\n"
        "four: destroyed detached, last call gave 30\n"
        "plain: destroyed detached, last call gave 7\n"
        "overridden: destroyed detached, last call gave 42\n"
        "one: destroyed detached, last call gave 10\n",
    )


def test_a_closed_object_refuses_its_methods():
    check_script(
        "import atexit\n"
        "def late():\n"
        "    for closed in engines:\n"
        "        try:\n"
        "            closed.turn()\n"
        "        except TypeError as error:\n"
        "            print(type(error).__name__, 'Engine.turn(Engine)' in str(error), flush=True)\n"
        "    engines.clear()\n"
        "atexit.register(late)\n"
        "import virtuals\n"
        "engines = [virtuals.Engine('one', abs), virtuals.make_engine('two', virtuals.Gauge())]\n",
        "two: destroyed detached, last call gave 7\n"
        "one: destroyed detached, last call gave 0\n"
        "ArgumentError True\nArgumentError True\n",
    )


def test_a_failed_constructor_leaves_nothing_to_close():
    check_script(
        "import virtuals\n"
        "class Empty(virtuals.Engine):\n"
        "    def __init__(self): pass\n"
        "empty = Empty()\n"
        "try:\n"
        "    virtuals.Engine('one', None)\n"
        "except TypeError:\n"
        "    print('refused', flush=True)\n",
        "refused\n",
    )


def test_a_python_object_with_overrides_may_outlive_the_interpreter():
    check_script(
        "import virtuals\n"
        "class Doubled(virtuals.Shape):\n"
        "    def area(self, scale=1.0): return 2 * super().area(scale)\n"
        "shape = Doubled(1.0)\n"
        "virtuals.keep(shape)\n"
        "print(virtuals.kept_area(1.0), flush=True)\n",
        "2.0\n",
    )
