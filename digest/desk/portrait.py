"""An inspection as a picture for people: what was recognised, where each cut lies, how surely and by which rule."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from digest.desk.inspection import EntityRecord, Inspection, ProblemRecord, SectionRecord, TakeawayRecord
from digest.text.visible import visible

_LEVELS = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}
_STATES = {"linked": "green", "weak": "yellow", "unsupported": "red"}
_SURE, _LIKELY = 0.9, 0.7
_OPENING_WORDS = 6


def portrait(inspection: Inspection) -> Group:
    """Return what the console prints for one file."""
    return Group(Text(visible(inspection.path), style="bold underline"), _rows(inspection), Text())


def _rows(inspection: Inspection) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, content in _parts(inspection):
        table.add_row(label, content)
    return table


def _parts(inspection: Inspection) -> Iterator[tuple[str, RenderableType]]:
    if inspection.sections:
        yield "title", Text(visible(inspection.title) or "none", style="bold" if inspection.title else "yellow")
        yield "date", Text(f"{inspection.date or 'none'}, language {inspection.language or 'unknown'}")
    for number, takeaway in enumerate(inspection.takeaways, 1):
        yield f"takeaway {number}", _takeaway(takeaway)
    for section in inspection.sections:
        yield f"section {section.id}", _section(section)
    if inspection.unreflected:
        yield "coverage", Text(f"no takeaway reflects {', '.join(inspection.unreflected)}")
    elif inspection.takeaways:
        yield "coverage", Text("the takeaways reflect every section")
    for kind in sorted({entity.type for entity in inspection.entities}):
        yield kind, _names([entity for entity in inspection.entities if entity.type == kind])
    for problem in inspection.problems:
        yield problem.level, _problem(problem)


def _takeaway(takeaway: TakeawayRecord) -> Text:
    paragraphs = ", ".join(f"{link.paragraph} {link.score:.2f}" for link in takeaway.evidence)
    state = (f"{takeaway.state} {paragraphs}".strip(), _STATES[takeaway.state])
    hints = ("".join(f"; {hint}" for hint in takeaway.hints), "yellow")
    return Text.assemble(visible(takeaway.text), " ", state, hints)


def _section(section: SectionRecord) -> Text:
    """Show the heading, the words after the cut, and how sure the cut is."""
    opening = " ".join(section.paragraphs[0].text.split()[:_OPENING_WORDS]) + " …" if section.paragraphs else ""
    colour = "green" if section.confidence >= _SURE else "yellow" if section.confidence >= _LIKELY else "red"
    return Text.assemble(
        (visible(section.heading or "under the title"), "bold" if section.heading else "italic"),
        (" ┃ ", colour),
        (visible(opening), "dim"),
        (f"  {section.rule}, {section.confidence:.0%} sure", colour),
        (f", {len(section.paragraphs)} ¶", "dim"),
    )


def _names(entities: list[EntityRecord]) -> Text:
    ordered = sorted(entities, key=lambda entity: (-len(entity.mentions), entity.key))
    pieces = [Text.assemble(visible(entity.name), (f" {len(entity.mentions)}", "dim")) for entity in ordered]
    return Text(", ").join(pieces)


def _problem(problem: ProblemRecord) -> Text:
    where = f"line {problem.line}: " if problem.line else ""
    hint = f"; {problem.hint}" if problem.hint else ""
    return Text.assemble((visible(where + problem.message), _LEVELS[problem.level]), visible(hint))
