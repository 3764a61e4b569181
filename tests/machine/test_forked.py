import os
import signal
from threading import Event, Thread
from time import sleep

import pytest

from digest.machine.forked import fork

interrupts = [0]  # that are to come


def _interrupt() -> None:
    if interrupts[0]:
        interrupts[0] -= 1
        os.kill(os.getpid(), signal.SIGINT)
        sleep(0.05)  # until it has come, whichever thread takes it


os.register_at_fork(after_in_parent=_interrupt)  # of what this raises Python tells, and forgets it


def test_an_interruption_that_comes_while_python_forks_is_not_lost() -> None:
    interrupts[0] = 1
    with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - the process that is new must not go on
        if not fork():
            os._exit(0)


def test_an_interruption_that_another_thread_takes_is_not_lost() -> None:
    interrupts[0] = 1
    done = Event()
    other = Thread(target=done.wait)
    other.start()
    try:
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - the process that is new must not go on
            if not fork():
                os._exit(0)
    finally:
        done.set()
        other.join()


def test_an_interruption_ends_the_new_process() -> None:
    process = fork()
    if not process:
        signal.pause()
        os._exit(1)
    os.kill(process, signal.SIGINT)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGINT
