-- Which ends of certificates people were told of: each step once, whichever node or start comes to it first.
create table certificate_warning (
    fingerprint bytea       not null,
    place       text        not null,
    step        smallint    not null,   -- days; 0: it has ended
    warned_at   timestamptz not null default clock_timestamp(),
    primary key (fingerprint, place, step)
);
