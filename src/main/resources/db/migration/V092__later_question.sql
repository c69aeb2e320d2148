-- Questions that got no answer and are asked again: one that waits for each dossier and person.
create table later_question (
    id             uuid        primary key,          -- the look-up that got no answer
    dossier_number text        not null,
    agency         text        not null,
    client         text        not null,
    person_mark    bytea       not null,             -- keyed hash of the number
    sealed         bytea       not null,             -- the question as it was put
    give_up_at     timestamptz not null,
    due_at         timestamptz not null,             -- also the end of a lease while it is asked
    attempts       integer     not null default 0,
    ended_at       timestamptz,
    outcome        text
);
create unique index later_question_waits on later_question (dossier_number, person_mark) where ended_at is null;
create index later_question_due on later_question (due_at) where ended_at is null;
