-- Manifests of dossiers that the post collected, by the caller's own number. A row stands with its whole answer or not at all.
create table post_handover (
    id             uuid        primary key,          -- also the identity of its evidence
    client         text        not null,
    number         text        not null,
    digest         bytea       not null,             -- SHA-256 of its content, however it was spaced
    signed_at      timestamptz not null,             -- the legal time of submission of what was accepted
    received_at    timestamptz not null default clock_timestamp(),
    answer         bytea,                            -- sealed JSON: the answer that every repeat gets
    facts          bytea,                            -- sealed JSON: what the record of the hand-over prints
    unique (client, number)
);

create table post_handover_item (
    id               uuid        primary key,        -- also the identity of its evidence and of the event it became
    handover_id      uuid        not null references post_handover,
    place            integer     not null,
    parcel_number    text,                           -- null where the item could not be read
    dossier_number   text,
    competent_agency text,
    intake_agency    text,
    verdict          text        not null check (verdict in ('ACCEPTED', 'DISCREPANCY', 'REJECTED')),
    attachments      text[]      not null default '{}',
    named_at         timestamptz,                    -- when the agency gave the parcel its dossier number
    unique (handover_id, place)
);
create index post_handover_item_held on post_handover_item (parcel_number)
    where verdict = 'ACCEPTED' and dossier_number is null;

-- What an accepted item holds for itself: its parcel and, once it has one, its dossier number. The key decides between two
-- manifests that come at one moment.
create table post_claim (
    claim   text primary key,                        -- parcel:… or dossier:…
    item_id uuid not null
);
create index post_claim_item on post_claim (item_id);

-- The record of a hand-over as a sealed PDF; made after the commit.
create table post_record (
    handover_id   uuid        primary key references post_handover,
    state         text        not null check (state in ('WAITING', 'SEALED_WITHOUT_TIME', 'SEALED')),
    due_at        timestamptz,                       -- null when nothing is left to do
    attempts      integer     not null default 0,
    trouble       text,
    first_pdf     bytea,                             -- sealed at rest: the version without a time-stamp, where there was one
    pdf           bytea,                             -- sealed at rest: the version that is handed out
    made_at       timestamptz
);
alter table post_record alter column pdf set storage external;
alter table post_record alter column first_pdf set storage external;
create index post_record_due on post_record (due_at) where due_at is not null;
