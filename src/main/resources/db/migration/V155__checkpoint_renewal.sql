-- How long the newest time-stamp over a checkpoint proves its time, and what it is made with; null: nobody looked yet.
alter table evidence_checkpoint add column proof_ends_at timestamptz;
alter table evidence_checkpoint add column proof_algorithms text[];
create index evidence_checkpoint_proof on evidence_checkpoint (proof_ends_at, size) where stamped_at is not null;
create index evidence_checkpoint_unread on evidence_checkpoint (size)
    where stamped_at is not null and proof_ends_at is null;

-- While "renewing_until" lies ahead, one node renews.
alter table evidence_tree add column renewing_until timestamptz not null default '-infinity';

-- A list of old checkpoints, each with the digest of all that proved it until then, under a new time-stamp.
create table evidence_renewal (
    id    bigint      generated always as identity primary key,
    at    timestamptz not null,
    list  bytea       not null,
    stamp bytea       not null
);

-- Which of the renewals of a checkpoint this is. Two nodes at one checkpoint: the second fails.
create table evidence_renewed (
    size    bigint   not null references evidence_checkpoint on delete cascade,
    place   smallint not null,
    renewal bigint   not null references evidence_renewal,
    primary key (size, place)
);
