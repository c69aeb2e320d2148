-- Where an inbox is pushed to. One node at a time pushes to a receiver: the holder of the lease.
create table inbox_callback (
    address         text        primary key,
    url             text        not null,
    secret          bytea       not null,            -- sealed
    registered_at   timestamptz not null,
    registered_by   text        not null,
    due_at          timestamptz not null,
    faults          integer     not null default 0,  -- in a row
    failing_since   timestamptz,
    lease_token     uuid,
    lease_until     timestamptz,
    disabled_at     timestamptz,
    disabled_reason text
) with (fillfactor = 50);

-- The last pushes to each receiver, for whoever wants to know why nothing comes.
create table inbox_callback_attempt (
    number       bigint      generated always as identity primary key,
    address      text        not null,
    item_id      uuid        not null,
    at           timestamptz not null,
    outcome      text        not null,
    status       integer,
    detail       text,
    milliseconds integer     not null
);
create index inbox_callback_attempt_of on inbox_callback_attempt (address, number);
