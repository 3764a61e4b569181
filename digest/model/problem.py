"""What an editor should know: faults that leave an article out, warnings that do not."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding, printed as `path:line: message; hint`; `line` counts from 1, 0 means the whole file."""

    level: Level
    rule: str
    path: str
    line: int
    message: str
    hint: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}" + (f"; {self.hint}" if self.hint else "")
