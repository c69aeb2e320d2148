-- One order to do the same to many deliveries; which they are is fixed when it is given.
create table bulk_action (
    id         uuid        primary key,
    act        text        not null,
    filter     text        not null,                 -- as it was asked for, JSON
    reason     text        not null,
    evidence   text,
    who        text        not null,
    at         timestamptz not null default clock_timestamp(),
    count      integer     not null,
    state      text        not null default 'RUNNING',
    stopped_by text,
    ended_at   timestamptz
);
create index bulk_action_running on bulk_action (at) where state = 'RUNNING';

create table bulk_item (
    action_id   uuid        not null references bulk_action,
    delivery_id bigint      not null,
    outcome     text,                                -- null: not yet its turn
    code        text,
    at          timestamptz,
    primary key (action_id, delivery_id)
);
create index bulk_item_left on bulk_item (action_id, delivery_id) where outcome is null;
