-- Whether what a leg gave ends another is asked of linked dossiers that have ended, too.
create index linked_fact_of_parent on linked_fact (parent);
drop index linked_fact_parent;
