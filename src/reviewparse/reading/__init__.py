"""From stored bytes or text to a ``Document``. Only this package and ``metadata`` ever hold a parser object."""
