-- What waits for a person. One open row per cause: a repeat raises the count instead of adding a row.
create table work_item (
    id             uuid        primary key,
    code           text        not null,
    dossier_number text,
    agency         text        not null,
    delivery_id    bigint,
    event_id       uuid,
    detail_vi      text        not null,
    detail_en      text        not null,
    state          text        not null default 'OPEN' check (state in ('OPEN', 'RESOLVED')),
    occurrences    integer     not null default 1,
    opened_at      timestamptz not null default clock_timestamp(),
    last_seen_at   timestamptz not null default clock_timestamp(),
    resolved_at    timestamptz,
    resolved_by    text,
    resolution     text
);
create unique index work_item_open on work_item (code, agency, coalesce(dossier_number, ''), coalesce(delivery_id, 0))
    where state = 'OPEN';
create index work_item_delivery on work_item (delivery_id) where state = 'OPEN';
create index work_item_dossier on work_item (dossier_number, id);
create index work_item_agency on work_item (agency, id);
