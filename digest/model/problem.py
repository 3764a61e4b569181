"""What an editor should know: faults that leave an article out, warnings that do not."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding, printed as `path:line:column: message; hint`; lines and columns count from 1, 0 means the whole of it.

    It ends before `end_column` of `end_line`.
    """

    level: Level
    rule: str
    path: str
    line: int
    message: str
    hint: str
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        where = ":".join(map(str, filter(None, (self.path, self.line, self.column))))
        return f"{where}: {self.message}" + (f"; {self.hint}" if self.hint else "")
