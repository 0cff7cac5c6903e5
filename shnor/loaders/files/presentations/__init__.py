"""A presentation of somebody else, of which a show takes the look and nothing more."""
