"""All ways of finding the reviewer's marks on a page, and how far each is trusted."""

from __future__ import annotations

from reviewparse.finders import rating_aspects as aspects
from reviewparse.finders import rating_boxes as boxes
from reviewparse.finders import rating_facts as facts
from reviewparse.finders import rating_images as images
from reviewparse.finders import rating_items as items
from reviewparse.finders import rating_text as text
from reviewparse.finders import rating_widgets as widgets
from reviewparse.finders.base import Finder
from reviewparse.finders.rating_choice import choose_ratings
from reviewparse.model import Rating

__all__ = ["FINDERS", "choose_ratings"]

FINDERS: tuple[Finder[Rating], ...] = (
    Finder("rating.front_matter", facts.in_front_matter, 0.9),
    Finder("rating.label", items.single, 0.85),
    Finder("rating.aspects", aspects.aspects, 0.85),
    Finder("rating.aspect_list", aspects.listed, 0.85),
    Finder("rating.own_line", text.own_line, 0.8),
    Finder("rating.two_lines", text.in_two_lines, 0.8),
    Finder("rating.markup", facts.in_markup, 0.8),
    Finder("rating.image_text", images.alternative_text, 0.75),
    Finder("rating.label_above", text.beside_label, 0.6),
    Finder("rating.label_in_prose", text.labelled_in_prose, 0.6),
    Finder("rating.label_with_name", text.labelled_with_name, 0.6),
    Finder("rating.label_of_work", items.of_works, 0.6),
    Finder("rating.label_of_section", items.of_sections, 0.6),
    Finder("rating.label_of_critic", items.of_critics, 0.6),
    Finder("rating.marked_table", aspects.in_marked_table, 0.6),
    Finder("rating.grades", aspects.graded, 0.6),
    Finder("rating.named_work", text.named_work, 0.6),
    Finder("rating.headline", text.headline, 0.6),
    Finder("rating.closing", text.closing, 0.6),
    Finder("rating.closing_verdict", text.closing_verdict, 0.6),
    Finder("rating.opening", text.opening, 0.6),
    Finder("rating.prose", text.prose, 0.6),
    Finder("rating.head", facts.in_head, 0.6),
    Finder("rating.image_row", images.in_row, 0.6),
    Finder("rating.image_behind_label", images.behind_label, 0.6),
    Finder("rating.image_name", images.file_name, 0.6),
    Finder("rating.meter", widgets.in_meter, 0.6),
    Finder("rating.selected", boxes.selected, 0.6),
    Finder("rating.box", boxes.in_box, 0.55),
    Finder("rating.spoken", widgets.spoken, 0.55),
    Finder("rating.attribute", widgets.stated, 0.55),
    Finder("rating.variable", widgets.in_variable, 0.55),
    Finder("rating.width", widgets.in_width, 0.55),
    Finder("rating.class", widgets.in_class, 0.55),
    Finder("rating.icons", widgets.in_icons, 0.55),
    Finder("rating.aspects_bare", aspects.listed_bare, 0.45),
    Finder("rating.front_matter_parts", facts.in_front_matter_parts, 0.45),
)
"""In the order in which they are believed."""
