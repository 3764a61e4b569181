"""A process like this one, begun so that an interruption is not lost meanwhile."""

import os
import signal
from threading import current_thread, main_thread


def fork() -> int:
    """Fork, and return the number of the new process, or none in it, where an interruption ends it at once.

    What Python calls after a fork swallows the error that an interruption raises; so it waits until that is done. To block the
    signal does not make it wait where there are threads, of which another one takes it; that one then only notes it.
    """
    noted: list[int] = []
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    handler = signal.getsignal(signal.SIGINT)
    is_asked = handler is not None and current_thread() is main_thread()  # by Python, when a signal has come
    if is_asked:
        signal.signal(signal.SIGINT, lambda number, _: noted.append(number))
    process = -1
    try:
        process = os.fork()
    finally:
        if not process:
            signal.signal(signal.SIGINT, signal.SIG_IGN if handler == signal.SIG_IGN else signal.SIG_DFL)
        elif is_asked:
            signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    if noted:
        signal.raise_signal(signal.SIGINT)
    return process
