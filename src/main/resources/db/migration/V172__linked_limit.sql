-- Deliveries of linked dossiers that missed a time set by law: each told once for each time, for good.
create table linked_limit (
    delivery_id    bigint      not null,
    time_limit     text        not null,
    dossier_number text        not null,
    open           boolean     not null default true, -- until the delivery has gone on
    told_at        timestamptz not null,
    primary key (delivery_id, time_limit)
);
create index linked_limit_open on linked_limit (dossier_number) where open;
