"""The sections of the справка, a module each: figures → sentences in their order."""
