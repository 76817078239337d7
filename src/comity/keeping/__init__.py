"""What is put into the record: a report with its reading, and what people decide.

All of it works within one transaction (`comity.record.Work`), and needs no language model.

Codes of calls that are off (`UsageError`); those of `RecordError` stand in `comity.record`:

    C321  a field of readings that there is not
    C322  a quotation that the report does not hold
    C323  an item without evidence, or with evidence outside the text
    C324  an item that names somebody whom the report does not have
    C325  a side or host that is no country
    C326  a date that is none, or an end before the beginning

In the commands:

    C327  a setting that is not name=value
    C328  an item to add with neither or both of report and source
    C329  an item that is no JSON object
    C330  participants that cannot be understood, or nothing to set
"""
