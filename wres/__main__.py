"""``python -m wres``."""

from wres.cli import main

if __name__ == "__main__":
    main()
