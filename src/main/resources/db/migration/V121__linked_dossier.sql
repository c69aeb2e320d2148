-- The legs of a linked dossier, and the linked dossiers themselves. Both columns never change, so updates cost nothing more.
create index dossier_of_parent on dossier (parent) where parent is not null;
create index dossier_of_procedure on dossier (procedure_code, number);
