-- Kept is the digest of a random nonce and the bytes, so that nobody guesses personal data from a digest, and so that a
-- digest tells nothing more once bytes and nonce are gone.
alter table evidence_message rename column sha256 to digest;
alter table evidence_message alter column body drop not null;
alter table evidence_message
    add column nonce      bytea,
    -- of a message that carried others: their digests, 32 bytes each, in order
    add column items      bytea,
    -- of a message inside another one: which of the other's bytes are its own
    add column slice_from integer,
    add column slice_to   integer,
    -- the message that records why this one's bytes are gone
    add column deletion   uuid,
    add column xid        xid8 not null default pg_current_xact_id();
-- By the transaction they came in, which is how they are given their places. Many rows share a transaction: it stays small.
create index evidence_message_order on evidence_message (xid);

-- Which leaf is whose. Given after the commit, without gaps, by one node at a time.
create table evidence_leaf (
    position bigint primary key,
    message  uuid   not null unique
);

-- The tree: 256 neighbouring hashes to a row; level 0 the leaves, level 1 the roots of full rows of level 0, and so on.
create table evidence_tile (
    level  smallint not null,
    number bigint   not null,
    hashes bytea    not null,
    primary key (level, number)
);
alter table evidence_tile alter column hashes set storage external;

-- How far the tree has come: every message of a transaction before "passed" has its place, of "passed" itself those up to
-- "passed_id". While "stamping_until" lies ahead, one node is asking for time-stamps.
create table evidence_tree (
    one            boolean     primary key default true check (one),
    origin         text        not null,
    size           bigint      not null,
    passed         xid8        not null,
    passed_id      uuid        not null,
    stamping_until timestamptz not null default '-infinity'
);
insert into evidence_tree (origin, size, passed, passed_id)
values ('lienthong/' || gen_random_uuid(), 0, '0', '00000000-0000-0000-0000-000000000000');

create table evidence_checkpoint (
    size       bigint      primary key,
    at         timestamptz not null,
    body       bytea       not null,
    signature  bytea       not null,
    stamped_at timestamptz
);
create index evidence_checkpoint_bare on evidence_checkpoint (size) where stamped_at is null;
