-- How far each customer's feed at the post is read, and by whom just now.
create table post_feed (
    customer    text        primary key,
    cursor      text        not null default '',
    lease_token uuid,
    lease_until timestamptz,
    read_at     timestamptz
);

-- Rows of a feed whose code nobody knows yet; taken as events once the table of codes knows it.
create table post_feed_unread (
    customer    text        not null,
    event_id    text        not null,
    item_code   text        not null,
    code        text        not null,
    occurred_at timestamptz not null,
    seen_at     timestamptz not null default clock_timestamp(),
    primary key (customer, event_id)
);
