-- Results whose signatures could not be confirmed, mostly because nobody told about revocation: judged again until they can.
alter table document_result add column judge_due_at timestamptz;
alter table document_result add column judge_attempts integer not null default 0;
create index document_result_doubtful on document_result (judge_due_at) where judge_due_at is not null;
