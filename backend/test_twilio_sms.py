"""Phase 6: send a text, and receive texts."""

import sys

from linda.entrypoints.phases.twilio_sms import main

if __name__ == "__main__":
    sys.exit(main())
