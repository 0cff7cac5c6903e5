"""The door of every text that is kept: names, numbers and addresses of people become masks. It stands below whatever
stores, so that nothing is written around it."""
