-- The dossier as it stands now: only what decides about the next event. Its content rests in its events.
create table dossier (
    number            text        primary key,
    version           integer     not null,          -- of the last event, steps included
    revision          bigint,                        -- last one told by a source that counts
    state_event       uuid,                          -- null while only steps were told
    status            text,
    procedure_code    text,
    intake_agency     text        not null,
    competent_agency  text        not null,
    collection_agency text,
    parent            text,
    test              boolean     not null default false,
    accepted_at       timestamptz,
    appointment_at    timestamptz,
    last_step_at      timestamptz,
    last_sequence     bigint,
    created_at        timestamptz not null default clock_timestamp(),
    updated_at        timestamptz not null default clock_timestamp()
) with (fillfactor = 80);

-- What happened, immutable. Content is sealed JSON; content_hash tells a repeat without opening it.
create table dossier_event (
    id             uuid        primary key,
    dossier_number text        not null,
    version        integer     not null,
    kind           text        not null check (kind in ('STATE', 'STEP')),
    revision       bigint,
    sequence       bigint,
    status         text        not null,
    source         text        not null,
    occurred_at    timestamptz,
    received_at    timestamptz not null,
    content_hash   bytea       not null,
    content        bytea       not null,
    unique (dossier_number, version)
);
alter table dossier_event alter column content set storage external;
create unique index dossier_event_sequence on dossier_event (dossier_number, sequence) where sequence is not null;

-- The stored answer to a write that carried an Idempotency-Key.
create table idempotency (
    client      text        not null,
    key         text        not null,
    request     bytea       not null,                -- SHA-256 of method, path and body
    status      integer     not null,
    answer      bytea       not null,
    at          timestamptz not null default clock_timestamp(),
    primary key (client, key)
);
create index idempotency_at on idempotency (at);
