"""The centre itself: its schools, its seven answers, names in cases, copies, templates."""
