-- Who asked about whose data and why: a row when the question is put, one when it ends. Nothing here is ever changed.
create table data_tracker (
    id             uuid        primary key,          -- rises with time
    at             timestamptz not null,
    client         text        not null,
    agency         text,
    officer_id     text,
    dossier_number text,
    procedure_code text,
    fields         text[]      not null,
    register       text        not null,
    person_mark    bytea,                            -- keyed hash of the number; null when none was told
    sealed         bytea       not null              -- number, officer's name, purpose, legal basis
);
alter table data_tracker alter column sealed set storage external;
create index data_tracker_person on data_tracker (person_mark, id) where person_mark is not null;
create index data_tracker_dossier on data_tracker (dossier_number, id) where dossier_number is not null;

create table data_tracker_end (
    id       uuid        primary key references data_tracker,
    at       timestamptz not null,
    outcome  text        not null check (outcome in ('MATCHED', 'NOT_MATCHED', 'UNVERIFIED', 'REFUSED')),
    reason   text,                                   -- code of a refusal or a trouble
    as_of    timestamptz,
    cached   boolean     not null default false,
    evidence uuid,                                   -- the question's bytes, where one left
    person_mark bytea                                -- as above, of the number told, where an old card's was asked by
);
create index data_tracker_end_person on data_tracker_end (person_mark) where person_mark is not null;

create function data_tracker_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The data tracker only grows';
end $$;
create trigger data_tracker_stays before update or delete or truncate on data_tracker
    for each statement execute function data_tracker_stays();
create trigger data_tracker_end_stays before update or delete or truncate on data_tracker_end
    for each statement execute function data_tracker_stays();
