"""The process in which a worker of a cluster runs steps: it has one thread, so a step that takes too long can be called off.

What it is to do comes from the standard input, and what came of it goes to the standard output, item by item.
"""

import gc
import os
import pickle
import traceback
from typing import IO, Any

_YOUNG = 100_000  # values between two searches for circles, as in the command line


def main() -> None:
    """Do shards until there are no more."""
    gc.set_threshold(_YOUNG)
    given, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no result
    known, step = b"", None
    while shard := _next(given):
        pickled, items = shard
        if pickled != known:
            known, step = pickled, pickle.loads(pickled)  # noqa: S301 - from our own worker # nosec B301
        _run(step, items, results)


def _next(given: IO[bytes]) -> Any:  # noqa: ANN401 - a step that is pickled, and its items
    try:
        return pickle.load(given)  # noqa: S301 - from our own worker # nosec B301
    except EOFError:
        return None


def _run(step: Any, items: Any, results: IO[bytes]) -> None:  # noqa: ANN401 - whatever a build has
    """Send what the step gives for each item; a fault is the last that is sent."""
    for item in items:
        outcome: tuple[Exception | None, Any]
        try:
            outcome = None, step(item)
        except Exception as fault:  # noqa: BLE001 - it is raised where the results are read
            fault.add_note(traceback.format_exc())
            outcome = fault, None
        results.write(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
        results.flush()
        if outcome[0]:
            return


if __name__ == "__main__":
    main()
