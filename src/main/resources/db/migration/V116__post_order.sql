-- Orders for parcels with results. The number is made of dossier, direction and attempt: the same wish has the same number.
create table post_order (
    order_number   text        primary key,
    dossier_number text        not null,
    attempt        integer     not null,
    customer       text        not null,             -- the agency's code at the post
    agency         text        not null,
    delivery_id    bigint      not null,
    item_code      text,                             -- allotted here, or told by the post
    state          text        not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'CANCELLED')),
    made_at        timestamptz not null default clock_timestamp(),
    cancelled_at   timestamptz,
    unique (dossier_number, attempt)
);
create index post_order_item on post_order (item_code) where item_code is not null;

-- Parcel numbers that the post allotted to a customer beforehand.
create table post_waybill (
    item_code    text        primary key,
    customer     text        not null,
    order_number text        unique,
    added_at     timestamptz not null default clock_timestamp(),
    allotted_at  timestamptz
);
create index post_waybill_free on post_waybill (customer, item_code) where order_number is null;

-- A wish that was older than this still belongs to the parcel; a later one makes another.
alter table post_parcel add column ended_at timestamptz;
