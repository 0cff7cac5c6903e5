"""The door of every text that is kept: names of people, their numbers, mail and telephones become masks. It stands below
all halls that store, so that nothing is written around it."""
