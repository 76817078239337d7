"""The fixed lists of a reading: kinds of bodies, encounters and commitments, topics, event types.

Event types are PLOVER's (PLOVER codebook, Halterman et al. 2023).
"""

from __future__ import annotations

from typing import Literal

BodyKind = Literal[
    "party",
    "parliament",
    "friendship group",
    "government",
    "intergovernmental",
    "company",
    "civil society",
    "education",
    "media",
    "armed group",
    "other",
]
EncounterKind = Literal["meeting", "call", "visit", "event"]
CommitmentKind = Literal["agreement", "pledge", "intention", "request", "hope"]
TieKind = Literal[
    "strategic partnership",
    "friendship group",
    "alliance",
    "partnership",
    "agreement",
    "diplomatic relations",
]
MilestoneKind = Literal["anniversary", "planned event", "target"]
Topic = Literal[
    "security",
    "defence",
    "conflict and peace",
    "human rights",
    "democracy and elections",
    "law and justice",
    "migration",
    "trade",
    "economy and finance",
    "small business",
    "energy",
    "climate and environment",
    "agriculture and food",
    "health",
    "education",
    "science and technology",
    "digital",
    "infrastructure and transport",
    "culture and sport",
    "youth",
    "talent and civil service",
    "development and aid",
    "disaster relief",
    "parties and politics",
    "parliament",
    "regional integration",
    "nuclear",
    "space",
    "terrorism",
    "crime and drugs",
]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
