-- What holds calls to a partner back, for all nodes alike. A row is made when first needed.
create table delivery_flow (
    partner       text        primary key,
    paused_by     text,
    paused_at     timestamptz,
    paused_reason text,
    quiet_until   timestamptz,                       -- the partner asked for fewer calls
    next_call_at  timestamptz                        -- the turn of the next call where the partner entry sets a pace
) with (fillfactor = 50);
