-- When to look again at the legs of a linked dossier that is not finished: told of, or something of it may be late by then.
create table linked_watch (
    dossier_number text        primary key,
    look_at        timestamptz not null
);
create index linked_watch_due on linked_watch (look_at);

-- Linked dossiers of which something was told. Only added to: whoever tells waits for nobody.
create table linked_told (
    id     bigint generated always as identity primary key,
    parent text   not null
);

create index linked_limit_standing on linked_limit (delivery_id, time_limit) where open;
