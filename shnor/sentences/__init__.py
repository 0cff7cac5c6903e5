"""The closed list of sentences a paper is written with: numbers and names in, right Russian out. One module a topic,
one function a pattern."""

VERSION = "2"
"""Of the words of all patterns: kept with a signed paper, so that it can be made again as it was."""
