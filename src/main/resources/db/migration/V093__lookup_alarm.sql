-- Patterns of look-ups that were noticed, each once a day.
create table lookup_alarm (
    kind    text        not null,
    subject text        not null,                    -- an officer of an agency, or the mark of a person
    day     date        not null,
    seen_at timestamptz not null,
    primary key (kind, subject, day)
);
create index data_tracker_at on data_tracker (at);
