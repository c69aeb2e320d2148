-- One row for each cause from its beginning to its end. place: the node that alone can see it.
create table alert_incident (
    id        uuid        primary key,
    cause     text        not null,
    place     text,
    what_vi   text        not null,
    what_en   text        not null,
    advice_vi text        not null,
    advice_en text        not null,
    page      text        not null,
    count     bigint      not null,
    opened_at timestamptz not null,
    seen_at   timestamptz not null,
    told_at   timestamptz,
    closed_at timestamptz,
    -- when people were told that it is over
    end_told_at timestamptz
);
create unique index alert_incident_open on alert_incident (cause, coalesce(place, '')) where closed_at is null;
create index alert_incident_closed on alert_incident (closed_at desc nulls first, opened_at desc);

-- What people are told, a row for each channel, until it is told or given up.
create table alert_message (
    id          uuid        primary key,
    channel     text        not null,
    telling     bytea       not null,
    made_at     timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer     not null default 0,
    lease_until timestamptz,
    sent_at     timestamptz,
    given_up_at timestamptz,
    detail      text
);
create index alert_message_due on alert_message (due_at) where sent_at is null and given_up_at is null;
create index alert_message_made on alert_message (made_at);
