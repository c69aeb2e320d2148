-- Facts that a leg of a linked dossier gave, such as the new personal number; the values rest in the event.
create table linked_fact (
    event_id       uuid        primary key,          -- the event of the dossier that gave them
    parent         text        not null,
    dossier_number text        not null,
    open           boolean     not null default true, -- until newer ones of the same dossier or the end of the linked dossier
    hinted         boolean     not null default true, -- something changed: look at once, not with the next sweep
    told_at        timestamptz not null
);
create index linked_fact_parent on linked_fact (parent) where open;
create index linked_fact_of on linked_fact (dossier_number) where open;
create index linked_fact_open on linked_fact (event_id) where open;
create index linked_fact_hinted on linked_fact (event_id) where hinted;

-- Into which legs they were put: each once.
create table linked_handed (
    fact           uuid        not null,
    dossier_number text        not null,
    event_id       uuid        not null,
    handed_at      timestamptz not null,
    primary key (fact, dossier_number)
);
create index linked_handed_to on linked_handed (dossier_number);
