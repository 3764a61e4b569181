"""The standard streams as digest needs them, whatever the process was started with."""

import os
import sys

_UTF_8, _MODE = "utf-8", "PYTHONUTF8"


def speak_utf_8() -> None:
    """Start anew in Python's UTF-8 mode where the locale is another: names of files and messages are the same everywhere."""
    if sys.getfilesystemencoding() != _UTF_8 and os.environ.get(_MODE) != "1":
        os.execve(sys.executable, sys.orig_argv, {**os.environ, _MODE: "1"})  # noqa: S606 - this program itself


def open_closed() -> None:
    """Let what is said to a closed standard stream go nowhere."""
    for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, open(number, "r" if number == 0 else "w", encoding=_UTF_8, closefd=False))  # noqa: SIM115 - for the rest of the process


def discard() -> None:
    """Let what is still to be said on the standard output go nowhere: its reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
