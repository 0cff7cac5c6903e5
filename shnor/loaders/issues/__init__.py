"""Everything the loaders have to say: the form of an entry, the catalogue by topic, findings with their cells."""
