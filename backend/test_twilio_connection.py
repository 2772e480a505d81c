"""Phase 5: check the Twilio account and its number."""

import sys

from linda.entrypoints.phases.twilio_connection import main

if __name__ == "__main__":
    sys.exit(main())
