"""Papers counted: which sections, sentences and paragraphs a справка, an order, a sheet has, and of what."""
