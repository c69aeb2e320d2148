-- Lists that people keep under a name: the page and its conditions, never a whole address.
create table saved_view (
    id      uuid        primary key,
    owner   text        not null,                    -- who saved it
    shared  boolean     not null,
    name    text        not null check (length(name) between 1 and 60),
    page    text        not null,
    query   text        not null check (length(query) <= 4000),
    made_at timestamptz not null default clock_timestamp()
);
create unique index saved_view_own on saved_view (owner, page, lower(name)) where not shared;
create unique index saved_view_shared on saved_view (page, lower(name)) where shared;

-- The view that somebody begins with.
create table saved_view_start (
    owner   text primary key,
    view_id uuid not null references saved_view on delete cascade
);
create index saved_view_start_of on saved_view_start (view_id);
