"""One turn of a conversation: accept, lease, read, think, check, commit."""
