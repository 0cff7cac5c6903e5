"""What stands behind the door finds who asks under this name of a request."""

PERSON = "shnor.person"
