"""Pure rules of the trade: prices, hours, openings, states, discounts. No input, no output."""
