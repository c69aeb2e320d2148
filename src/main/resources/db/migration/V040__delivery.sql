-- What must reach whom. Rows of one lane (partner, dossier) are ordered by id: ids are given under the dossier's lock.
create table delivery (
    id              bigint      generated always as identity primary key,
    partner         text        not null,
    kind            text        not null,
    dossier_number  text        not null,
    event_id        uuid        not null,
    version         integer     not null,
    full_state      boolean     not null,
    status          text        not null,            -- dossier status the event tells, for coalescing
    agency          text        not null,            -- whose backlog it counts in
    unit_code       text        not null,
    legal_due       timestamptz not null default 'infinity',
    state           text        not null default 'READY',
    head            boolean     not null,            -- a hint for the claim, true of every READY row whose turn has come
    reason          text,
    detail          text,
    partner_code    text,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    faults          integer     not null default 0,  -- in a row, for the pause before the next attempt
    maybe_sent      boolean     not null default false,
    alone           boolean     not null default false,
    uncertain_since timestamptz,
    lease_token     uuid,
    lease_node      integer,
    lease_until     timestamptz,
    parcel_number   text,
    evidence_id     uuid,
    created_at      timestamptz not null default clock_timestamp(),
    changed_at      timestamptz not null default clock_timestamp()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- What may be claimed, by agency for the fair share and then by legal time.
create index delivery_waiting on delivery (partner, kind, agency, legal_due, id) where state = 'READY' and head;
-- What must be asked about, or taken over.
create index delivery_doubtful on delivery (partner, kind, due_at) where state = 'UNCERTAIN';
create index delivery_leased on delivery (lease_node) where lease_node is not null;
-- What later deliveries of the same lane wait for. Begins with the dossier, or a planner that thinks few rows are open
-- reads all of a partner's.
create index delivery_open on delivery (dossier_number, partner, id)
    where state in ('READY', 'SENDING', 'SENT', 'UNCERTAIN', 'PARKED');
create index delivery_of_dossier on delivery (dossier_number, id);
create index delivery_for_people on delivery (state, id) where state in ('PARKED', 'REFUSED', 'UNCERTAIN', 'EXPIRED');

-- What we know a partner to hold: some full state of the dossier was confirmed there.
create table delivery_holding (
    partner        text        not null,
    dossier_number text        not null,
    since          timestamptz not null default clock_timestamp(),
    primary key (partner, dossier_number)
);

-- One row per attempt or question: what an operator and an inspector read.
create table delivery_attempt (
    delivery_id bigint      not null,
    number      integer     not null,
    at          timestamptz not null default clock_timestamp(),
    asked       boolean     not null,                -- a question to the partner, nothing was sent
    outcome     text        not null,
    fault       text,
    reason      text,
    detail      text,
    evidence_id uuid
);
create index delivery_attempt_of on delivery_attempt (delivery_id);

-- A running gateway. It holds the advisory lock (7242, id) on a connection of its own for as long as it lives.
create table delivery_node (
    id         integer     generated always as identity primary key,
    started_at timestamptz not null default clock_timestamp(),
    host       text        not null
);
