"""Flat text to title, takeaways, sections and paragraphs."""

from digest.structure.recover import recover
from digest.structure.recovered import Detail, Doubt, Recovered, RecoveredSection

__all__ = ["Detail", "Doubt", "Recovered", "RecoveredSection", "recover"]
