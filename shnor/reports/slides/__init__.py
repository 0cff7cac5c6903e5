"""A deck of slides as facts, and its writers: the show itself, PowerPoint, PDF and what is handed out."""
