"""The room that knows spaCy: reports in, parsed reports out."""
