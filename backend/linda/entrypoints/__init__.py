"""Where requests, commands and jobs come in."""
