"""What a text says: dates, wants, phones and repairs, as pure functions of the words."""
