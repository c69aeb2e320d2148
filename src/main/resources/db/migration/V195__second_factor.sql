-- The second factor of people who sign in with a password of ours: at most one each. Its id names it in their sessions, so that
-- whoever signed in before it came, or by one that is gone, is not signed in any more.
create table second_factor (
    id        uuid        primary key,
    operator  text        not null unique,
    sealed    bytea       not null,                  -- what the app and we share
    since     timestamptz not null,
    last_step bigint      not null,                  -- the half minute of the last code taken: none is taken twice
    wrong     integer     not null default 0,        -- codes in a row, on all nodes together
    open_from timestamptz not null                   -- no code is looked at before
);

-- Codes for the day on which the app is gone, each good once.
create table second_factor_recovery (
    factor  uuid        not null references second_factor (id) on delete cascade,
    hash    bytea       not null,                    -- keyed
    used_at timestamptz,
    primary key (factor, hash)
);
