-- What somebody else than the source tells of a dossier, kept beside its state.
alter table dossier_event drop constraint dossier_event_kind_check;
alter table dossier_event add constraint dossier_event_kind_check
    check (kind in ('STATE', 'STEP', 'RESULT', 'RETURN', 'FACTS'));

-- Where the registration of a dossier stands at the civil-status platform, as far as it was read back.
create table civil_registration (
    dossier_number text        primary key,
    agency         text        not null,
    module         text        not null,
    province       text        not null,
    state          text        not null default 'WAITING'
        check (state in ('WAITING', 'RECEIVED', 'SUPPLEMENT', 'ELIGIBLE', 'FINISHED', 'REFUSED')),
    watched        boolean     not null default true, -- read back until it has ended
    result_hash    bytea,                             -- of the facts that were taken last
    strange        text,                              -- the last reading that was not believed: told once
    due_at         timestamptz not null,
    lease_token    uuid,
    lease_until    timestamptz,
    made_at        timestamptz not null default clock_timestamp(),
    changed_at     timestamptz not null default clock_timestamp()
);
create index civil_registration_due on civil_registration (due_at) where watched;
