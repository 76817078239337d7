"""The first tables of the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from comity.record.migrations.written_apart import guard_judgements, index_texts

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    bind = op.get_bind()
    _part_1()
    _part_2()
    _part_3()
    _part_4()
    _part_5()
    _part_6()
    _part_7()
    _part_8()
    _part_9()
    _part_10()
    _part_11()
    index_texts(bind)
    guard_judgements(bind)


def _part_1() -> None:
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("canonical_id", sa.Integer(), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor")),
    )
    op.create_index(op.f("ix_actor_canonical_id"), "actor", ["canonical_id"], unique=False)
    op.create_index(op.f("ix_actor_country_kind"), "actor", ["country", "kind"], unique=False)
    op.create_table(
        "encounter",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("entered", sa.Boolean(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_encounter")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_encounter_day"), "encounter", ["day"], unique=False)
    op.create_index(op.f("ix_encounter_host_day"), "encounter", ["host", "day"], unique=False)
    op.create_index(op.f("ix_encounter_status_day"), "encounter", ["status", "day"], unique=False)
    op.create_table(
        "feed",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("url", name=op.f("uq_feed_url")),
    )


def _part_2() -> None:
    op.create_table(
        "reject",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reject")),
        sa.UniqueConstraint("key", name=op.f("uq_reject_key")),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("url_key", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("publisher_country", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("dateline_place", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=True),
        sa.Column("repeats_why", sa.Text(), nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["repeats"], ["report.id"], name=op.f("fk_report_repeats")),
        sa.ForeignKeyConstraint(["replaced_by"], ["report.id"], name=op.f("fk_report_replaced_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("content_hash", name=op.f("uq_report_content_hash")),
    )
    op.create_index(op.f("ix_report_published"), "report", ["published"], unique=False)
    op.create_index(op.f("ix_report_repeats"), "report", ["repeats"], unique=False)
    op.create_index(op.f("ix_report_replaced_by"), "report", ["replaced_by"], unique=False)
    op.create_index(op.f("ix_report_url_key"), "report", ["url_key"], unique=False)
    op.create_table(
        "tie",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
        sa.UniqueConstraint("key", name=op.f("uq_tie_key")),
    )


def _part_3() -> None:
    op.create_table(
        "actor_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_key_actor_id")),
        sa.PrimaryKeyConstraint("key", "actor_id", name=op.f("pk_actor_key")),
    )
    op.create_index(op.f("ix_actor_key_actor_id"), "actor_key", ["actor_id"], unique=False)
    op.create_table(
        "actor_name",
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_name_actor_id")),
        sa.PrimaryKeyConstraint("actor_id", "name", name=op.f("pk_actor_name")),
    )
    op.create_index(op.f("ix_actor_name_folded"), "actor_name", ["folded"], unique=False)
    op.create_table(
        "band",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_band_report_id")),
        sa.PrimaryKeyConstraint("band", "report_id", name=op.f("pk_band")),
    )
    op.create_index(op.f("ix_band_report_id"), "band", ["report_id"], unique=False)
    op.create_table(
        "encounter_actor",
        sa.Column("encounter_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_encounter_actor_actor_id")
        ),
        sa.ForeignKeyConstraint(
            ["encounter_id"], ["encounter.id"], name=op.f("fk_encounter_actor_encounter_id")
        ),
        sa.PrimaryKeyConstraint("encounter_id", "actor_id", name=op.f("pk_encounter_actor")),
    )
    op.create_index(
        op.f("ix_encounter_actor_actor_id_day"),
        "encounter_actor",
        ["actor_id", "day"],
        unique=False,
    )


def _part_4() -> None:
    op.create_table(
        "encounter_side",
        sa.Column("encounter_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("visiting", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["encounter_id"], ["encounter.id"], name=op.f("fk_encounter_side_encounter_id")
        ),
        sa.PrimaryKeyConstraint("encounter_id", "country", name=op.f("pk_encounter_side")),
    )
    op.create_index(
        op.f("ix_encounter_side_country_day"), "encounter_side", ["country", "day"], unique=False
    )
    op.create_table(
        "holding",
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("post_key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_holding_actor_id")),
        sa.ForeignKeyConstraint(["body_id"], ["actor.id"], name=op.f("fk_holding_body_id")),
        sa.PrimaryKeyConstraint("actor_id", "post_key", name=op.f("pk_holding")),
    )
    op.create_index(op.f("ix_holding_body_id"), "holding", ["body_id"], unique=False)
    op.create_table(
        "identifier",
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_identifier_actor_id")),
        sa.PrimaryKeyConstraint("actor_id", "scheme", "value", name=op.f("pk_identifier")),
    )
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_item_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
        sa.UniqueConstraint("report_id", "field", "key", name=op.f("uq_item_report_id_field_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_item_field_status"), "item", ["field", "status"], unique=False)


def _part_5() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("encounter_id", sa.Integer(), nullable=True),
        sa.Column("other_encounter_id", sa.Integer(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_judgement_actor_id")),
        sa.ForeignKeyConstraint(["other_id"], ["actor.id"], name=op.f("fk_judgement_other_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_judgement_report_id")),
        sa.ForeignKeyConstraint(["undoes"], ["judgement.id"], name=op.f("fk_judgement_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_encounter_id"), "judgement", ["encounter_id"], unique=False)
    op.create_index(op.f("ix_judgement_kind"), "judgement", ["kind"], unique=False)
    op.create_index(
        op.f("ix_judgement_other_encounter_id"), "judgement", ["other_encounter_id"], unique=False
    )
    op.create_index(op.f("ix_judgement_report_id"), "judgement", ["report_id"], unique=False)
    op.create_index(op.f("ix_judgement_undoes"), "judgement", ["undoes"], unique=False)
    op.create_table(
        "mention",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_mention_actor_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_mention_report_id")),
        sa.PrimaryKeyConstraint("report_id", "name", name=op.f("pk_mention")),
    )
    op.create_index(op.f("ix_mention_actor_id"), "mention", ["actor_id"], unique=False)


def _part_6() -> None:
    op.create_table(
        "page",
        sa.Column("url_key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_page_report_id")),
        sa.PrimaryKeyConstraint("url_key", name=op.f("pk_page")),
    )
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_post_actor_id")),
        sa.ForeignKeyConstraint(["body_id"], ["actor.id"], name=op.f("fk_post_body_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_post_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )
    op.create_index(op.f("ix_post_actor_id"), "post", ["actor_id"], unique=False)
    op.create_index(op.f("ix_post_body_id"), "post", ["body_id"], unique=False)
    op.create_index(op.f("ix_post_report_id"), "post", ["report_id"], unique=False)
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("pipeline", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_reading_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    op.create_index(op.f("ix_reading_report_id"), "reading", ["report_id"], unique=False)
    op.create_table(
        "report_country",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_country_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "country", name=op.f("pk_report_country")),
    )


def _part_7() -> None:
    op.create_index(
        op.f("ix_report_country_country_day"), "report_country", ["country", "day"], unique=False
    )
    op.create_table(
        "tie_party",
        sa.Column("tie_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_tie_party_actor_id")),
        sa.ForeignKeyConstraint(["tie_id"], ["tie.id"], name=op.f("fk_tie_party_tie_id")),
        sa.PrimaryKeyConstraint("tie_id", "actor_id", name=op.f("pk_tie_party")),
    )
    op.create_index(op.f("ix_tie_party_actor_id"), "tie_party", ["actor_id"], unique=False)
    op.create_index(
        op.f("ix_tie_party_country_tie_id"), "tie_party", ["country", "tie_id"], unique=False
    )
    op.create_table(
        "topic",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_topic_report_id")),
        sa.PrimaryKeyConstraint("report_id", "topic", name=op.f("pk_topic")),
    )
    op.create_index(op.f("ix_topic_topic"), "topic", ["topic"], unique=False)
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("encounter_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("publisher_country", sa.Text(), nullable=True),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["encounter_id"], ["encounter.id"], name=op.f("fk_account_encounter_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_account_item_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_account_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
    )
    op.create_index(op.f("ix_account_encounter_id"), "account", ["encounter_id"], unique=False)
    op.create_index(op.f("ix_account_item_id"), "account", ["item_id"], unique=False)
    op.create_index(op.f("ix_account_report_id"), "account", ["report_id"], unique=False)


def _part_8() -> None:
    op.create_table(
        "commitment",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_commitment_item_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_commitment_report_id")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_commitment")),
    )
    op.create_index(
        op.f("ix_commitment_outcome_day"), "commitment", ["outcome", "day"], unique=False
    )
    op.create_index(op.f("ix_commitment_report_id"), "commitment", ["report_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_event_item_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_event_report_id")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_report_id"), "event", ["report_id"], unique=False)
    op.create_index(
        op.f("ix_event_source_target_day"), "event", ["source", "target", "day"], unique=False
    )
    op.create_index(
        op.f("ix_event_target_source_day"), "event", ["target", "source", "day"], unique=False
    )
    op.create_table(
        "milestone",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_milestone_item_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_milestone_report_id")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_milestone")),
    )
    op.create_index(op.f("ix_milestone_kind_date"), "milestone", ["kind", "date"], unique=False)
    op.create_index(op.f("ix_milestone_report_id"), "milestone", ["report_id"], unique=False)


def _part_9() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("judgement_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["judgement_id"], ["judgement.id"], name=op.f("fk_proposal_judgement_id")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_proposal_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint(
            "kind", "left_id", "right_id", name=op.f("uq_proposal_kind_left_id_right_id")
        ),
    )
    op.create_index(op.f("ix_proposal_report_id"), "proposal", ["report_id"], unique=False)
    op.create_index(op.f("ix_proposal_right_id"), "proposal", ["right_id"], unique=False)
    op.create_index(op.f("ix_proposal_state_kind"), "proposal", ["state", "kind"], unique=False)
    op.create_table(
        "statement",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_statement_actor_id")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_statement_item_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_statement_report_id")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_statement")),
    )
    op.create_index(
        op.f("ix_statement_actor_id_day"), "statement", ["actor_id", "day"], unique=False
    )
    op.create_index(
        op.f("ix_statement_report_id_actor_id_day"),
        "statement",
        ["report_id", "actor_id", "day"],
        unique=False,
    )


def _part_10() -> None:
    op.create_table(
        "tie_account",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("tie_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_tie_account_item_id")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_tie_account_report_id")
        ),
        sa.ForeignKeyConstraint(["tie_id"], ["tie.id"], name=op.f("fk_tie_account_tie_id")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_tie_account")),
    )
    op.create_index(op.f("ix_tie_account_report_id"), "tie_account", ["report_id"], unique=False)
    op.create_index(op.f("ix_tie_account_tie_id"), "tie_account", ["tie_id"], unique=False)
    op.create_table(
        "commitment_pair",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["commitment.item_id"], name=op.f("fk_commitment_pair_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "pair", name=op.f("pk_commitment_pair")),
    )
    op.create_index(
        op.f("ix_commitment_pair_pair_day_item_id"),
        "commitment_pair",
        ["pair", "day", "item_id"],
        unique=False,
    )
    op.create_table(
        "commitment_party",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_commitment_party_actor_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["commitment.item_id"], name=op.f("fk_commitment_party_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "role", "name", name=op.f("pk_commitment_party")),
    )
    op.create_index(
        op.f("ix_commitment_party_actor_id"), "commitment_party", ["actor_id"], unique=False
    )


def _part_11() -> None:
    op.create_index(
        op.f("ix_commitment_party_country_item_id"),
        "commitment_party",
        ["country", "item_id"],
        unique=False,
    )
    op.create_table(
        "participant",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_participant_account_id")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_participant_actor_id")),
        sa.PrimaryKeyConstraint("account_id", "actor_id", name=op.f("pk_participant")),
    )
    op.create_index(op.f("ix_participant_actor_id"), "participant", ["actor_id"], unique=False)
