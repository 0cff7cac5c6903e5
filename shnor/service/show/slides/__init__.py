"""Slides of our own sets, a module a topic. Each function takes the room and gives a slide, or raises Absent."""
