"""A process like this one, begun so that an interruption is not lost meanwhile."""

import os
import signal


def fork() -> int:
    """Fork, and return the number of the new process, or none in it, where an interruption ends it at once.

    What Python calls after a fork swallows the error that an interruption raises; so it waits until that is done.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process = os.fork()
    if not process:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process
