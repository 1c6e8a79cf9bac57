"""How each value is written: pure functions from a string and words to hits. They know no HTML."""
