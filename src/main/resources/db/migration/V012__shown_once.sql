-- what may be shown once only (nonces, signatures), on whatever node
create table shown_once (
    mark bytea primary key,
    until timestamptz not null
);
create index shown_once_until on shown_once (until);
