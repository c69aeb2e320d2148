-- What was confirmed, in slots of ten minutes, so that charts read a few thousand rows and never the history. A slot is
-- counted anew as a whole until nothing can join it any more: a count that is cut short or made twice is the same count.
create table delivery_tally (
    slot      timestamptz not null,
    partner   text        not null,
    lag_class smallint    not null,                  -- confirmed in less than 2^lag_class seconds, and not in half of that
    confirmed bigint      not null,
    timed     bigint      not null,                  -- of these, how many had a legal time
    on_time   bigint      not null,                  -- of those, how many were confirmed within it
    primary key (slot, partner, lag_class)
);
-- Up to where slots are counted for good.
create table delivery_tally_end (
    one           boolean     primary key default true check (one),
    counted_until timestamptz not null
);
-- The most that stood unfinished in a slot, as far as somebody looked.
create table delivery_stock_tally (
    slot           timestamptz not null,
    partner        text        not null,
    waiting        bigint      not null,
    person         bigint      not null,
    oldest_seconds bigint      not null,
    primary key (slot, partner)
);
-- Rows come in the order of their time, so a few bytes for every sixteen pages find a slot; a tree would cost every confirmation.
create index delivery_finished_changed on delivery_finished using brin (changed_at)
    with (pages_per_range = 16, autosummarize = on);
