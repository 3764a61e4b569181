"""The command line, run as users run it."""

import os
import re
import subprocess
import sys
from pathlib import Path

from digest.commands.progress import BETWEEN, DOING

_PROGRESS = re.compile(
    rf"^digest: (?:reading files|working|{'|'.join({*DOING.values(), *BETWEEN.values()})})(?:, .* of .*)?\n", re.MULTILINE
)


def digest(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; that it took more than a second, which is told of on a busy machine, is left out."""
    command = [sys.executable, "-m", "digest", *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1", **environment}
    )
    done.stderr = without_progress(done.stderr)
    return done


def without_progress(told: str) -> str:
    return _PROGRESS.sub("", told)
