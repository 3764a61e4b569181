"""An inspection as a picture for people: what was recognised, how surely and by which rule."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from digest.inspection import Inspection, TakeawayRecord

_LEVELS = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}
_STATES = {"linked": "green", "weak": "yellow", "unsupported": "red"}
_INDENT = (0, 0, 0, 2)


def portrait(inspection: Inspection) -> Group:
    """Return what the console prints for one file."""
    return Group(*_parts(inspection))


def _parts(inspection: Inspection) -> Iterator[RenderableType]:
    yield Text(inspection.path, style="bold underline")
    for problem in inspection.problems:
        where = f" (line {problem.line})" if problem.line else ""
        words = f"{problem.message}{where}" + (f"; {problem.hint}" if problem.hint else "")
        yield _indented(f"[{_LEVELS[problem.level]}]{problem.level}[/] {escape(words)}")
    if not inspection.sections:
        return
    yield _indented(f"[dim]title[/]      [bold]{escape(inspection.title)}[/]")
    yield _indented(f"[dim]date[/]       {inspection.date or 'none'}   [dim]language[/] {inspection.language or 'unknown'}")
    for number, takeaway in enumerate(inspection.takeaways, 1):
        yield _indented(f"[dim]takeaway {number}[/] {escape(takeaway.text)}\n           {_support(takeaway)}")
    for section in inspection.sections:
        heading = f"[bold]{escape(section.heading)}[/]" if section.heading else "[italic]under the title[/]"
        sure = f"[dim]{section.rule}, {section.confidence:.0%} sure[/]"
        yield _indented(f"[dim]section {section.id}[/] {heading}  {sure}  {len(section.paragraphs)} ¶")
    for kind in sorted({entity.type for entity in inspection.entities}):
        names = [f"{escape(one.name)} [dim]{len(one.mentions)}[/]" for one in inspection.entities if one.type == kind]
        yield _indented(f"[dim]{kind}[/]  " + ", ".join(names))
    yield Text()


def _support(takeaway: TakeawayRecord) -> str:
    paragraphs = ", ".join(f"{link.paragraph} ({link.score:.2f})" for link in takeaway.evidence)
    return f"[{_STATES[takeaway.state]}]{takeaway.state}[/] {paragraphs}"


def _indented(markup: str) -> Padding:
    return Padding(Text.from_markup(markup), _INDENT)
