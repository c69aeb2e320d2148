-- The one session of each account at a partner, shared by all threads and nodes: a second sign-in would end the first.
create table partner_session (
    account    text        primary key,
    generation bigint      not null default 0,       -- rises with each sign-in
    session    bytea,                                -- sealed; null before the first sign-in
    opened_at  timestamptz not null default clock_timestamp()
);
