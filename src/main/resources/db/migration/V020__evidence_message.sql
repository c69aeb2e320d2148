-- Every message that crossed the wall, byte for byte. Bodies are sealed (AES-256-GCM) and do not compress.
create table evidence_message (
    id             uuid        primary key,
    direction      text        not null check (direction in ('IN', 'OUT')),
    channel        text        not null,
    party          text        not null,
    dossier_number text,
    answer_to      uuid,
    at             timestamptz not null default clock_timestamp(),
    sha256         bytea       not null,
    body           bytea       not null
);
alter table evidence_message alter column body set storage external;
create index evidence_message_answer on evidence_message (answer_to) where answer_to is not null;
