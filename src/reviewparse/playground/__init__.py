"""A local page to try things on: paste an article or drop a file, see what is read, take the JSON along."""
