-- By whom a dossier can be found: keyed marks of the words of the applicant's name and of its numbers, never the words. One
-- row for a dossier, so that a new state costs one statement; what a mark is of, only the key tells.
create table dossier_person (
    dossier_number text     primary key,
    marks          bigint[] not null
);
-- Without a list of what is still to be sorted in: intake pays the same for every dossier instead of a lot now and then.
create index dossier_person_marks on dossier_person using gin (marks) with (fastupdate = off);

-- How far the dossiers that were there before have got their row.
create table dossier_person_filled (
    one   boolean primary key default true check (one),
    after text    not null,
    done  boolean not null
);
insert into dossier_person_filled (after, done) values ('', false);
