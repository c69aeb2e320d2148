-- What was told in transactions of other rooms and has no position yet: a few seconds' worth. The number is taken while the
-- fact's own locks are held, so that what was told about one dossier keeps its order.
create table inbox_told (
    number    bigint      generated always as identity primary key,
    id        uuid        not null,
    xid       xid8        not null default pg_current_xact_id(),
    addresses text[]      not null,                  -- every inbox that shows it: the agency's own and those above
    type      text        not null,
    subject   text,
    at        timestamptz not null,
    data      bytea       not null                   -- sealed JSON
);

-- The positions that readers hold as their cursor. Given by one node at a time, after the fact's commit, so that no reader
-- ever meets a position below one that it has read.
create sequence inbox_position;

create table inbox_item (
    position  bigint      primary key,
    id        uuid        not null unique,
    addresses text[]      not null,
    type      text        not null,
    subject   text,
    at        timestamptz not null,
    data      bytea       not null,
    placed_at timestamptz not null default clock_timestamp()
);
alter table inbox_item alter column data set storage external;

-- One row per inbox that shows the item: each acknowledges for itself.
create table inbox_entry (
    address         text        not null,
    position        bigint      not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    primary key (address, position)
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);
create index inbox_entry_waiting on inbox_entry (address, position) where acknowledged_at is null;
create index inbox_entry_done on inbox_entry (acknowledged_at) where acknowledged_at is not null;
