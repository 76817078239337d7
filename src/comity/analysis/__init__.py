"""Questions to the record, answered as plain values.

Each function takes a `View` and gives frozen dataclasses:

    actor.find_actor, actor.actor_page, actor.posts_on     who somebody is, and was on a day
    pair.pair_page                                         two countries
    encounter.encounter_page                               one encounter, with every side's account
    timeline.timeline                                      encounters in order
    visits.visits                                          who visited whom, whose turn it is
    commitments.ledger, commitments.gone_quiet,
    commitments.commitment_page                            what was promised, what became of it
    upcoming.upcoming                                      plans, dates, anniversaries
    ties.register                                          standing ties
    search.search                                          texts and names
    series.contact_series, series.event_series             counts by month
    network.network                                        who meets whom

Countries are alpha-3 codes here; `countries.country_code` finds the code of a name. Dates are ISO
strings, as precise as known.
"""
