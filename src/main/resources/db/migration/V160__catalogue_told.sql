-- What the portal told of the catalogue, each entry from the day it holds on; without content: no longer listed from that
-- day. A row whose day has come is never changed, so that the day on which a dossier started names its version for ever.
create table catalogue_told (
    list        text        not null,               -- PROCEDURE, AGENCY
    code        text        not null,
    valid_from  date        not null,
    content     text,
    hash        bytea,                              -- SHA-256 of the content
    told_at     timestamptz not null default clock_timestamp(),
    primary key (list, code, valid_from)
);
-- Whose turn it is to pull, and how the last pull ended; one row.
create table catalogue_pull (
    id          boolean     primary key default true check (id),
    generation  bigint      not null default 0,     -- of what was told; nodes read anew when it rises
    due_at      timestamptz,
    asked_at    timestamptz,
    asked_by    text,
    turn        uuid,
    turn_until  timestamptz,
    started_at  timestamptz,
    ended_at    timestamptz,
    outcome     text,
    detail_vi   text,
    detail_en   text
);
insert into catalogue_pull default values;
