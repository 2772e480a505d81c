"""What customers say for each topic, written as phrases (see `linda.language.phrases`)."""
