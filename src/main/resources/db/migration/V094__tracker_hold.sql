-- Look-ups that are not told to the person for a time, because an inquiry needs that by law.
create table tracker_hold (
    id             uuid        primary key,
    at             timestamptz not null,
    ordered_by     text        not null,
    person_mark    bytea,                            -- one of the two
    dossier_number text,
    until          timestamptz not null,
    sealed         bytea       not null,             -- legal basis and reason
    lifted_at      timestamptz,
    lifted_by      text,
    check ((person_mark is null) <> (dossier_number is null))
);
create index tracker_hold_person on tracker_hold (person_mark) where person_mark is not null;
create index tracker_hold_dossier on tracker_hold (dossier_number) where dossier_number is not null;
