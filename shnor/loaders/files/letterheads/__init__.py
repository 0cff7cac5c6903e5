"""The centre's own template of its papers, of which a paper takes page, styles, head and foot and nothing more."""
