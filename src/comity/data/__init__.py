"""Facts about the world as data files, each with a small loader; see SOURCES.md."""
