"""What is put into the record: a report with its reading, and what people decide.

All of it works within one transaction (`comity.record.Work`), and needs no language model.
"""
