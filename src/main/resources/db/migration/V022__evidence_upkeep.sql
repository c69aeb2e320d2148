-- Up to which message the bytes of old ones are gone, so that nobody looks through them again.
alter table evidence_tree add column deleted_to uuid not null default '00000000-0000-0000-0000-000000000000';
