"""The way in through the identity provider of the municipality (OpenID Connect, code flow with PKCE). Loaded where one
is configured, and then asked alone: no other host."""
