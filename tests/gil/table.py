"""The table of incidents: what each is, who had it, and how it shows with naive bindings.

With ours each ends well: status 0, nothing on stderr, the static destructors ran.
"""

import re
import signal
from dataclasses import dataclass

ENDED_WELL = "static destructors ran\n"
FOUND_WRONG = 3


@dataclass(frozen=True)
class Done:
    """How a script ended."""

    status: int
    output: str
    errors: str
    seconds: float


@dataclass(frozen=True)
class Deadlock:
    """The watchdog fires; in its dump stands the function in which the thread waits."""

    where: str

    def __str__(self):
        return "deadlock"

    def found_in(self, done):
        return (
            done.status == 1
            and "Timeout (0:00:" in done.errors
            and re.search(self.where, done.errors) is not None
        )


@dataclass(frozen=True)
class Crash:
    """A signal ends the process; CPython or C++ says why."""

    why: str
    signals: tuple = (signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT)

    def __str__(self):
        return "crash"

    def found_in(self, done):
        return -done.status in self.signals and re.search(self.why, done.errors) is not None


@dataclass(frozen=True)
class Wrong:
    """The script finds a state that must not be."""

    what: str

    def __str__(self):
        return "wrong state"

    def found_in(self, done):
        return (
            done.status == FOUND_WRONG
            and re.search(f"^wrong: .*{self.what}", done.output, re.MULTILINE) is not None
        )


@dataclass(frozen=True)
class Either:
    """One or the other, by the release of CPython."""

    first: object
    second: object

    def __str__(self):
        return f"{self.first}"

    def found_in(self, done):
        return self.first.found_in(done) or self.second.found_in(done)


@dataclass(frozen=True)
class Fine:
    """What is printed before the end, and that the process ended well."""

    printed: str = ""
    complained: str = ""

    def __str__(self):
        return "fine"

    def found_in(self, done):
        return (
            done.status == 0
            and done.output == self.printed + ENDED_WELL
            and re.fullmatch(self.complained, done.errors) is not None
        )


@dataclass(frozen=True)
class Incident:
    script: str
    title: str
    record: str
    naive: object
    ours: object = Fine()
    checked: str = ""  # what `gen-bindings check` says of a spec that is as naive
    environment: tuple = ()

    @property
    def row(self):
        return self.script[:3].upper()


# What CPython says where a call needs the GIL, by its release; some do not look, and crash.
DETACHED = "the GIL is released|NULL tstate|no current thread|Segmentation fault"

# An object that is to die detached: CPython crashes, but 3.12 leaks it.
DIES_DETACHED = Either(Crash(DETACHED), Wrong("dead after "))

INCIDENTS = (
    Incident(
        "f01_throw_in_policy",
        "GIL released in a call policy, and the function throws",
        "OpenBioSim/sire#481",
        Crash(f"(?s)({DETACHED}).*f01_throw_in_policy.py"),
    ),
    Incident(
        "f02_shared_pointer",
        "the last shared_ptr dies on a native thread",
        "boostorg/python#11, #48",
        Crash(DETACHED),
    ),
    Incident(
        "f03_counting",
        "Python objects copied in a released call",
        "no public record",
        Wrong("references lost or won"),
        checked="error GB3003",
    ),
    Incident(
        "f04_replaced_callback",
        "a stored callback replaced while detached",
        "libtorrent#4643, pybind11#1587, #2545",
        Crash(DETACHED),
    ),
    Incident(
        "f05_held_while_called_back",
        "GIL held while a native thread calls back",
        "libtorrent#4638",
        Deadlock("in wait_for_native_thread"),
        checked="warning GB3016",
    ),
    Incident(
        "f06_undeclared_hook",
        "a released call reaches a hook that nobody declared",
        "ROOT#22396",
        Crash(DETACHED),
    ),
    Incident(
        "f07_lock_inversion",
        "GIL against a C++ mutex",
        "drjit#524, OpenUSD#2306",
        Deadlock("in ask_for_size"),
    ),
    Incident(
        "f08_once",
        "an initialisation that is done once calls back",
        "swig#1275, OpenUSD#3087",
        Deadlock("in wait_for_value"),
    ),
    Incident(
        "f09_released_twice",
        "released where it is released already",
        "pybind11#2177, #2961",
        Crash(DETACHED),
    ),
    Incident(
        "f10_finalising",
        "a detached thread comes back to a finalising interpreter",
        "cpython#87135",
        Crash("terminate called without an active exception|exception not rethrown"),
        ours=Fine(printed="parked\n"),
    ),
    Incident(
        "f11_unwound",
        "objects between manual switches unwind detached",
        "moveit#2363",
        DIES_DETACHED,
    ),
    Incident(
        "f12_converted",
        "released before the arguments are converted",
        "triqs#369",
        Crash(DETACHED),
    ),
    Incident(
        "f13_destructor",
        "a destructor waits for a thread that calls back",
        "pybind11#1446",
        Deadlock("in destroy"),
        checked="error GB3017",
    ),
    Incident(
        "f14_base_implementation",
        "GIL held during the base implementation of a virtual method",
        "binder#197",
        Deadlock("in pause"),
    ),
    Incident(
        "f15_native_override",
        "a native thread calls an override without attaching",
        "swig#2670, #3091",
        Crash(DETACHED),
    ),
    Incident(
        "f16_cached_state",
        "a cached thread state dangles",
        "pybind11#2888",
        Crash("Segmentation fault|Bus error"),
        environment=(("PYTHONMALLOC", "debug"),),
    ),
    Incident(
        "f17_closed_meanwhile",
        "another thread closes the object during a released method",
        "no public record",
        Wrong("the stream was closed while it was read"),
        checked="warning GB3021",
    ),
    Incident(
        "f18_argument_temporary",
        "an argument's temporary lives on after the guard has released",
        "pybind11#4748",
        DIES_DETACHED,
    ),
    Incident(
        "f19_two_modules",
        "guards of two modules nest",
        "no public record",
        Crash(DETACHED),
    ),
    Incident(
        "f20_fork",
        "os.fork() while another thread has a lock",
        "no public record",
        Deadlock("in close_in_child"),
    ),
    Incident(
        "f20_raw_fork",
        "a raw fork() in a released region attaches",
        "no public record",
        Deadlock("in fork_and_attach"),
        ours=Fine(complained="(?s)gen-bindings: this process was forked from a thread that had .*"),
    ),
    Incident(
        "f21_joined_while_attached",
        "the thread state of an ending thread is dropped, which waits for the GIL",
        "no public record",
        Deadlock("in join_attached"),
    ),
    Incident(
        "f22_destructor_at_exit",
        "a blocking destructor when the interpreter finalises",
        "no public record",
        Deadlock(r"(?s)\A(?!.*File).*<no Python frame>"),
        ours=Fine(printed="closed\nthe oldest step of atexit\n"),
    ),
    Incident(
        "f23_own_descriptor",
        "a virtual method is reached through a descriptor of CPython's own",
        "no public record",
        Wrong("maximum recursion depth exceeded"),
    ),
)
