-- Files on their way into a bucket in parts; what a killed process left there is found again by these rows.
create table document_upload (
    upload_id text        not null,                  -- as the store named it
    sha256    bytea       not null,
    begun_at  timestamptz not null default clock_timestamp(),
    primary key (upload_id, sha256)
);
create index document_upload_begun on document_upload (begun_at);
