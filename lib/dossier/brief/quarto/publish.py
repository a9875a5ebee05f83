"""After Quarto has rendered: audit the draft and, if it is sound, publish it. See prepare.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from prepare import stage

if __name__ == "__main__":
    sys.exit(stage("publish"))
