"""Phase 6: a small Flask server that shows each text Twilio brings."""

import sys

from linda.entrypoints.phases.webhook_receiver import main

if __name__ == "__main__":
    sys.exit(main())
