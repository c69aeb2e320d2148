-- Events that the gateway makes itself when the post tells that a result was handed over.
alter table dossier_event drop constraint dossier_event_kind_check;
alter table dossier_event add constraint dossier_event_kind_check
    check (kind in ('STATE', 'STEP', 'RESULT', 'RETURN'));

-- A parcel of ours at the post and where it stands. Folded from its events, whatever order they came in.
create table post_parcel (
    parcel_number  text        primary key,
    dossier_number text        not null,
    direction      text        not null check (direction in ('RESULT', 'DOSSIER')),
    agency         text        not null,             -- who answers for it
    delivery_id    bigint,                           -- the order that led to it
    reported       text,                             -- the furthest state told so far
    reported_at    timestamptz,
    failures       integer     not null default 0,   -- attempts to hand it over that failed
    delivered      boolean     not null default false,
    back           boolean     not null default false, -- told to come back, to be back or to be cancelled
    since          timestamptz not null default clock_timestamp()
) with (fillfactor = 80);
create index post_parcel_of_dossier on post_parcel (dossier_number);

-- Every event told about a parcel. placed: its parcel is known and counts it.
create table post_tracking_event (
    source        text        not null,              -- who numbers the events: a client, or a customer code of a feed
    event_id      text        not null,
    parcel_number text        not null,
    state         text        not null,
    occurred_at   timestamptz not null,
    post_office   text,
    reason        bytea,                             -- sealed: the post's words may name a person
    placed        boolean     not null,
    received_at   timestamptz not null default clock_timestamp(),
    evidence_id   uuid        not null,
    primary key (source, event_id)
);
-- The same news by another road is no news.
create unique index post_tracking_event_content on post_tracking_event (parcel_number, state, occurred_at);
create index post_tracking_event_unplaced on post_tracking_event (parcel_number) where not placed;
