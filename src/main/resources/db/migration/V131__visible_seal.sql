-- Whether a seal is to be seen on the paper.
alter table document_result add column visible boolean not null default false;
