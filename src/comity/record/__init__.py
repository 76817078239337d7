"""The record: all reports, readings, actors and judgements in one database; the only SQL.

`open_record` gives a `Record`; `record.viewing()` a `View`, one consistent look at it, and
`record.working(who)` a `Work`, one transaction by somebody. What can be asked and written are the
functions of the modules here, which take a `View` to ask and a `Work` to write.

Codes of what can go wrong (`RecordError`):

    C401  there is no record at the place named
    C402  the record's address is not understood
    C403  the record was made by an older Comity and must be upgraded
    C404  the record was made by a newer Comity
    C405  what is at the place is not a record of Comity's, or is damaged
    C406  the database cannot be opened or reached
    C407  another program kept the record busy for too long
    C408  the record holds nothing of that name or number
    C409  the name means several things in the record
    C410  the database refused to write: full disk, no permission
    C411  a judgement that cannot be made: nothing to judge, already undone, itself with itself
    C412  a backup that cannot be made or restored
"""

from comity.record.store import Record, View, Work, open_record

__all__ = ["Record", "View", "Work", "open_record"]
