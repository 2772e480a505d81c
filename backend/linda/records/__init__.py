"""What is remembered, on top of a Store: leads, schedule, owner state, inbox, outbox."""
