-- A sealed result whose proof nears its end gets another version, with all a later check needs and a time-stamp over it.
alter table document_version drop constraint document_version_made_as_check;
alter table document_version add constraint document_version_made_as_check
    check (made_as in ('RECEIVED', 'SEALED-B', 'SEALED-T', 'SEALED-LTA'));

-- How long the newest version proves its time, and what its stamps are made with; null: nobody looked yet.
alter table document_result add column proof_ends_at timestamptz;
alter table document_result add column proof_algorithms text[];
-- Not to be looked at before; a lease while somebody does.
alter table document_result add column renew_after timestamptz not null default '-infinity';
alter table document_result add column renew_attempts integer not null default 0;
create index document_result_proof on document_result (proof_ends_at) where state = 'SEALED';
create index document_result_unread on document_result (renew_after) where state = 'SEALED' and proof_ends_at is null;
