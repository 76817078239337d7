"""The tables of the record. Dates are ISO strings as precise as known; times are ISO in UTC.

What reports say is kept in `report`, `reading` and `judgement`, which are only added to. All other
tables but `feed` and `page` are worked out from these, report by report, and can be made again.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=True)


def _to(
    name: str, target: str, *, nullable: bool = False, primary_key: bool = False
) -> Column[int]:
    return Column(
        name, Integer, ForeignKey(f"{target}.id"), nullable=nullable, primary_key=primary_key
    )


def _text(name: str, *, nullable: bool = False, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable, primary_key=primary_key)


# ── what came in ─────────────────────────────────────────────────────────────────────────────────
report = Table(
    "report",
    metadata,
    _id(),
    Column("content_hash", Text, nullable=False, unique=True),
    _text("external_id"),  # the caller's name for it
    _text("source"),  # where it was read from
    _text("url", nullable=True),
    _text("url_key", nullable=True),  # short and of one length, as indexes want it
    _text("title", nullable=True),
    _text("publisher", nullable=True),
    _text("publisher_country", nullable=True),
    _text("published", nullable=True),
    _text("language", nullable=True),
    _text("dateline_place", nullable=True),
    _text("text"),
    _text("added"),
    _text("added_by"),
    Column("signature", LargeBinary, nullable=False),  # MinHash, to find near-duplicates
    Column("shingles", Integer, nullable=False),
    _to("repeats", "report", nullable=True),  # the report whose story it tells again
    _text("repeats_why", nullable=True),
    _to("replaced_by", "report", nullable=True),  # the next revision under the same address
    Index(None, "url_key"),
    Index(None, "published"),
    Index(None, "repeats"),
    Index(None, "replaced_by"),
)
band = Table(
    "band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    _to("report_id", "report", primary_key=True),
    Index(None, "report_id"),
)
reject = Table(
    "reject",
    metadata,
    _id(),
    Column("key", Text, nullable=False, unique=True),  # of source, name and code
    _text("source"),
    _text("external_id"),
    _text("code"),
    _text("reason"),
    _text("at"),
)
reading = Table(
    "reading",
    metadata,
    _id(),
    _to("report_id", "report"),
    _text("reader"),
    _text("pipeline"),
    _text("form"),  # as JSON
    _text("made"),
    Column("current", Boolean, nullable=False),
    Index(None, "report_id"),
)
feed = Table(
    "feed",
    metadata,
    _id(),
    Column("url", Text, nullable=False, unique=True),
    _text("title", nullable=True),
    _text("added"),
    _text("added_by"),
    _text("etag", nullable=True),
    _text("modified", nullable=True),
    _text("fetched", nullable=True),
    _text("note"),  # how the last fetch went
)
page = Table(
    "page",
    metadata,
    _text("url_key", primary_key=True),
    _text("url"),
    _text("etag", nullable=True),
    _text("modified", nullable=True),
    _text("fetched"),
    _text("note"),
    _to("report_id", "report", nullable=True),
)

# ── what a person decided ────────────────────────────────────────────────────────────────────────
judgement = Table(
    "judgement",
    metadata,
    _id(),
    _text("at"),
    _text("who"),
    _text("why"),
    _text("kind"),
    _to("report_id", "report", nullable=True),
    _text("field", nullable=True),
    _text("key", nullable=True),
    _text("before", nullable=True),  # the item as it was, as JSON
    _text("after", nullable=True),  # the item or values as they should be, as JSON
    _to("actor_id", "actor", nullable=True),
    _to("other_id", "actor", nullable=True),
    Column("encounter_id", Integer, nullable=True),
    Column("other_encounter_id", Integer, nullable=True),
    _to("undoes", "judgement", nullable=True),
    Index(None, "report_id"),
    Index(None, "kind"),
    Index(None, "undoes"),
    Index(None, "encounter_id"),
    Index(None, "other_encounter_id"),
)
proposal = Table(
    "proposal",
    metadata,
    _id(),
    _text("kind"),  # actor, encounter, answer
    Column("left_id", Integer, nullable=False),
    Column("right_id", Integer, nullable=False),
    Column("score", Float, nullable=False),
    _text("reason"),
    _to("report_id", "report", nullable=True),
    _text("made"),
    _text("state"),  # open, accepted, declined
    _to("judgement_id", "judgement", nullable=True),
    UniqueConstraint("kind", "left_id", "right_id"),
    Index(None, "state", "kind"),
    Index(None, "right_id"),
    Index(None, "report_id"),
)

# ── actors ───────────────────────────────────────────────────────────────────────────────────────
actor = Table(
    "actor",
    metadata,
    _id(),
    _text("kind"),
    _text("country", nullable=True),
    _text("name"),
    # The actor that this one is, where a person merged them; else its own id.
    Column("canonical_id", Integer, nullable=True),
    Column("mentions", Integer, nullable=False, default=0),
    Index(None, "canonical_id"),
    Index(None, "country", "kind"),
)
actor_name = Table(
    "actor_name",
    metadata,
    _to("actor_id", "actor", primary_key=True),
    _text("name", primary_key=True),
    _text("folded"),
    Column("reports", Integer, nullable=False),
    _text("reason"),  # why the name was joined to the actor
    Index(None, "folded"),
)
actor_key = Table(
    "actor_key",
    metadata,
    _text("key", primary_key=True),
    _to("actor_id", "actor", primary_key=True),
    Index(None, "actor_id"),
)
identifier = Table(
    "identifier",
    metadata,
    _to("actor_id", "actor", primary_key=True),
    _text("scheme", primary_key=True),
    _text("value", primary_key=True),
)
mention = Table(
    "mention",
    metadata,
    _to("report_id", "report", primary_key=True),
    _text("name", primary_key=True),
    _to("actor_id", "actor"),  # before merging
    _text("kind"),
    _text("country", nullable=True),
    Column("score", Float, nullable=False),
    _text("reason"),
    Column("pinned", Boolean, nullable=False, default=False),
    Index(None, "actor_id"),
)
post = Table(
    "post",
    metadata,
    _id(),
    _to("report_id", "report"),
    _to("actor_id", "actor"),
    _text("title"),  # "" for a plain membership
    _text("body", nullable=True),
    _to("body_id", "actor", nullable=True),
    _text("day", nullable=True),
    Index(None, "report_id"),
    Index(None, "actor_id"),
    Index(None, "body_id"),
)
holding = Table(
    "holding",
    metadata,
    _to("actor_id", "actor", primary_key=True),
    _text("post_key", primary_key=True),  # folded title and body
    _text("title"),
    _text("body", nullable=True),
    _to("body_id", "actor", nullable=True),
    _text("first", nullable=True),
    _text("last", nullable=True),
    Column("reports", Integer, nullable=False),
    Index(None, "body_id"),
)

# ── what reports say, seen through judgements ────────────────────────────────────────────────────
item = Table(
    "item",
    metadata,
    _id(),
    _to("report_id", "report"),
    _text("field"),
    _text("key"),
    _text("form"),  # as JSON
    _text("status"),  # read, confirmed, corrected, added, rejected
    Column("start", Integer, nullable=False),  # first offset of its evidence, -1 without
    UniqueConstraint("report_id", "field", "key"),
    Index(None, "field", "status"),
    # Proposals and judgements name items and encounters by ids, which must not be used twice.
    sqlite_autoincrement=True,
)
encounter = Table(
    "encounter",
    metadata,
    _id(),
    _text("kind"),
    _text("status"),
    _text("start", nullable=True),
    _text("end", nullable=True),
    _text("day", nullable=True),  # its start, or the day of the first report of it
    _text("place", nullable=True),
    _text("host", nullable=True),
    _text("level", nullable=True),
    _text("channel", nullable=True),
    Column("entered", Boolean, nullable=False, default=False),
    _text("agenda"),  # topics, as a JSON list
    _text("note"),  # private
    Column("reports", Integer, nullable=False, default=0),
    Index(None, "day"),
    Index(None, "status", "day"),
    Index(None, "host", "day"),
    sqlite_autoincrement=True,
)
account = Table(
    "account",
    metadata,
    _id(),
    _to("encounter_id", "encounter"),
    _to("report_id", "report", nullable=True),  # none: entered by hand
    _to("item_id", "item", nullable=True),
    _text("kind"),
    _text("status"),
    _text("date", nullable=True),
    _text("end", nullable=True),
    _text("published", nullable=True),
    _text("place", nullable=True),
    _text("publisher_country", nullable=True),
    _text("topics"),  # as a JSON list
    _text("words"),
    _text("reason"),  # why it was joined
    Column("pinned", Boolean, nullable=False, default=False),
    Index(None, "encounter_id"),
    Index(None, "report_id"),
    Index(None, "item_id"),
)
participant = Table(
    "participant",
    metadata,
    _to("account_id", "account", primary_key=True),
    _to("actor_id", "actor", primary_key=True),
    Column("place", Integer, nullable=False),  # in the order of the account
    _text("name"),
    _text("side", nullable=True),
    _text("capacity"),
    _text("sector", nullable=True),
    Index(None, "actor_id"),
)
encounter_actor = Table(
    "encounter_actor",
    metadata,
    _to("encounter_id", "encounter", primary_key=True),
    _to("actor_id", "actor", primary_key=True),
    Column("place", Integer, nullable=False),
    _text("day", nullable=True),
    _text("side", nullable=True),
    _text("capacity"),
    _text("sector", nullable=True),
    Index(None, "actor_id", "day"),
)
encounter_side = Table(
    "encounter_side",
    metadata,
    _to("encounter_id", "encounter", primary_key=True),
    _text("country", primary_key=True),
    _text("day", nullable=True),
    Column("visiting", Boolean, nullable=False, default=False),
    Index(None, "country", "day"),
)
statement = Table(
    "statement",
    metadata,
    _to("item_id", "item", primary_key=True),
    _to("report_id", "report"),
    _to("actor_id", "actor", nullable=True),
    _text("speaker"),
    Column("direct", Boolean, nullable=False),
    _text("text"),
    _text("day", nullable=True),
    Index(None, "report_id", "actor_id", "day"),
    Index(None, "actor_id", "day"),
)
commitment = Table(
    "commitment",
    metadata,
    _to("item_id", "item", primary_key=True),
    _to("report_id", "report"),
    _text("kind"),
    _text("text"),
    _text("day", nullable=True),
    _text("due", nullable=True),
    _text("outcome"),  # open, kept, broken, overtaken
    Index(None, "report_id"),
    Index(None, "outcome", "day"),
)
commitment_party = Table(
    "commitment_party",
    metadata,
    Column("item_id", Integer, ForeignKey("commitment.item_id"), primary_key=True),
    _text("role", primary_key=True),  # by, to
    _text("name", primary_key=True),
    _to("actor_id", "actor", nullable=True),
    _text("country", nullable=True),
    Index(None, "actor_id"),
    Index(None, "country", "item_id"),
)
commitment_pair = Table(
    "commitment_pair",
    metadata,
    Column("item_id", Integer, ForeignKey("commitment.item_id"), primary_key=True),
    _text("pair", primary_key=True),  # two countries that are parties to it: DEU-KAZ
    _text("day", nullable=True),
    Index(None, "pair", "day", "item_id"),
)
tie = Table(
    "tie",
    metadata,
    _id(),
    _text("kind"),
    Column("key", Text, nullable=False, unique=True),  # kind and parties
    _text("since", nullable=True),
)
tie_party = Table(
    "tie_party",
    metadata,
    _to("tie_id", "tie", primary_key=True),
    _to("actor_id", "actor", primary_key=True),
    _text("name"),
    _text("country", nullable=True),
    Index(None, "actor_id"),
    Index(None, "country", "tie_id"),
)
tie_account = Table(
    "tie_account",
    metadata,
    _to("item_id", "item", primary_key=True),
    _to("tie_id", "tie"),
    _to("report_id", "report"),
    _text("since", nullable=True),
    _text("day", nullable=True),
    Index(None, "tie_id"),
    Index(None, "report_id"),
)
milestone = Table(
    "milestone",
    metadata,
    _to("item_id", "item", primary_key=True),
    _to("report_id", "report"),
    _text("kind"),
    _text("text"),
    _text("date", nullable=True),
    _text("day", nullable=True),
    Index(None, "report_id"),
    Index(None, "kind", "date"),
)
topic = Table(
    "topic",
    metadata,
    _to("report_id", "report", primary_key=True),
    _text("topic", primary_key=True),
    Index(None, "topic"),
)
event = Table(
    "event",
    metadata,
    _to("item_id", "item", primary_key=True),
    _to("report_id", "report"),
    _text("source", nullable=True),
    _text("target", nullable=True),
    _text("type"),
    _text("day", nullable=True),
    Index(None, "report_id"),
    Index(None, "source", "target", "day"),
    Index(None, "target", "source", "day"),
)
report_country = Table(
    "report_country",
    metadata,
    _to("report_id", "report", primary_key=True),
    _text("country", primary_key=True),
    _text("day", nullable=True),
    Index(None, "country", "day"),
)
