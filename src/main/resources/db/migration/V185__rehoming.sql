-- Agencies that a dossier had before, each followed by the one that took over: 'H15.24121', 'H15.24133', ...
alter table dossier add column homes text[] not null default '{}';

alter table dossier_event drop constraint dossier_event_kind_check;
alter table dossier_event add constraint dossier_event_kind_check
    check (kind in ('STATE', 'STEP', 'RESULT', 'RETURN', 'FACTS', 'REHOME'));

-- How far the dossiers of agencies that ended were gone through; one row, whoever holds its lock goes on.
create table dossier_rehoming (
    id          boolean     primary key default true check (id),
    successions text        not null default '',    -- for which the pass was begun
    after       text        not null default '',    -- the last number that was looked at
    finished_at timestamptz
);
insert into dossier_rehoming default values;

-- Inboxes that ended: what is told to them is placed in another. An empty subject means all subjects.
create table inbox_redirect (
    address     text        not null,
    subject     text        not null default '',
    target      text        not null,
    since       timestamptz not null default clock_timestamp(),
    primary key (address, subject)
);
