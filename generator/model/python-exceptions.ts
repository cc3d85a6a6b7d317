/** The exceptions that Python itself has. */

/** Python's built-in exceptions that a C++ exception may be derived from. */
export const BUILTIN_EXCEPTIONS: ReadonlySet<string> = new Set(
  `ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError
  BufferError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
  ConnectionResetError EOFError Exception FileExistsError FileNotFoundError FloatingPointError
  ImportError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
  MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError
  OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError
  StopIteration SyntaxError SystemError TimeoutError TypeError UnicodeError ValueError Warning
  ZeroDivisionError`.split(/\s+/),
);
