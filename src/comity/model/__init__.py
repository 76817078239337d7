"""The values that the rooms share: reports, parsed reports, readings."""
