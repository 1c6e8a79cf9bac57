import sys
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "reviewparse"
author = "The reviewparse developers"
release = version = metadata.version("reviewparse")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "reviewparse_docs"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "reviewparse"
html_static_path = ["_static"]
html_css_files = ["reviewparse.css"]

myst_heading_anchors = 3
nb_execution_mode = "off"  # a test runs the tutorial; the page shows what is stored
copybutton_prompt_text = r">>> |\.\.\. |\.\.\.$|\$ "  # what is copied can be run: no prompts, nothing that was printed
copybutton_prompt_is_regexp = True
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True

nitpick_ignore_regex = [
    (r"py:.*", r"(?!reviewparse\.).*"),  # other packages have no page here
    (r"py:class", r"reviewparse\.evidence\.T"),  # type variables have none anywhere
    (r"py:class", r"reviewparse\.sites\.rules\.Selector"),  # a part of SiteRule that users write as TOML
]
