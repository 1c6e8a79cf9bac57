"""Where on a page each field may stand: one module a field, each a table of finders."""
