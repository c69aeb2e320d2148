-- What partners said of deliveries after they took them. Kept whatever it says; effect tells what it came to.
create table delivery_acknowledgement (
    id          bigint      generated always as identity primary key,
    delivery_id bigint      not null,
    outcome     text        not null,
    words       text,                                -- the partner's reason
    told_at     timestamptz not null,                -- when the partner decided, by its own clock
    received_at timestamptz not null default clock_timestamp(),
    evidence_id uuid        not null,
    effect      text        not null
);
-- The same told twice is one.
create unique index delivery_acknowledgement_once
    on delivery_acknowledgement (delivery_id, outcome, told_at, md5(coalesce(words, '')));
-- Those that came before our own record of the handing over.
create index delivery_acknowledgement_held on delivery_acknowledgement (delivery_id) where effect = 'HELD';

-- Whose acknowledgement is awaited, by the time when it is overdue.
create index delivery_awaited on delivery (due_at) where state = 'SENT';
