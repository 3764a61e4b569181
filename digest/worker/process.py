"""The process in which a worker of a cluster runs steps: it has one thread, so a step that takes too long can be called off.

What it is to do comes from the standard input, and what came of it goes to the standard output, item by item.
"""

import gc
import os
import pickle
from typing import IO, Any

from digest.worker.outcomes import send

_YOUNG = 1_000_000  # values between two searches for circles, as in the command line


def main() -> None:
    """Do shards until there are no more."""
    gc.set_threshold(_YOUNG)
    given, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no result
    known = b""
    step: Any = None
    while shard := _next(given):
        pickled, items = shard
        if pickled != known:
            known, step = pickled, pickle.loads(pickled)  # noqa: S301 - from our own worker # nosec B301
        send(step, items, results)


def _next(given: IO[bytes]) -> Any:  # noqa: ANN401 - a step that is pickled, and its items
    try:
        return pickle.load(given)  # noqa: S301 - from our own worker # nosec B301
    except EOFError:
        return None


if __name__ == "__main__":
    main()
