"""Times of a year as people name them when they speak of a survey."""

SEASONS = {12: "зимой", 1: "зимой", 2: "зимой", 3: "весной", 4: "весной", 5: "весной", 6: "летом", 7: "летом",
           8: "летом", 9: "осенью", 10: "осенью", 11: "осенью"}
"""Month → when it was."""
