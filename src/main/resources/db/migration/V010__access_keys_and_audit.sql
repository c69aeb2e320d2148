-- Keys that sign access tokens, shared by all nodes. The private part is sealed (AES-256-GCM) for its kid.
create table access_token_key (
    kid text primary key,
    made_at timestamptz not null,
    sealed bytea not null
);

-- What people and programs did by hand, and who was let in. Only grows: an entry is never changed.
create table audit (
    id uuid primary key,
    at timestamptz not null,
    who text not null,
    act text not null,
    subject text not null,
    reason text,
    outcome text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    trace_id text
);
create index audit_by_subject on audit (subject, id);
create index audit_by_who on audit (who, id);

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'an audit entry is never changed';
end $$;
create trigger audit_only_grows before update or delete on audit
    for each row execute function audit_only_grows();
