"""Turn review articles into data: byline, date, rating, tracklist and credits, each with evidence."""
