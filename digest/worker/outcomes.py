"""What a step gives, or the fault that it meets, from one process to another."""

import pickle
import traceback
from collections.abc import Callable, Iterable
from time import monotonic
from typing import IO, Any


def send(step: Callable[[Any], Any], items: Iterable[Any], results: IO[bytes], patience: float = 0) -> None:
    """Send what the step gives for each item, which may wait so many seconds for what comes next; a fault is the last."""
    sent = monotonic()
    for item in items:
        outcome: tuple[Exception | None, Any]
        try:
            outcome = None, step(item)
        except Exception as fault:  # noqa: BLE001 - it is raised where the results are read
            fault.add_note(traceback.format_exc())
            outcome = fault, None
        results.write(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
        if outcome[0]:
            break
        if monotonic() - sent >= patience:
            results.flush()
            sent = monotonic()
    results.flush()
