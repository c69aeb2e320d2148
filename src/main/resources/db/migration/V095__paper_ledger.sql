-- How many papers each accepted dossier needed, and how many nobody had to bring.
create table paper_ledger (
    dossier_number text        primary key,
    month          date        not null,             -- of its acceptance
    agency         text        not null,             -- that took it in
    procedure_code text        not null,
    papers         integer     not null,
    avoided        integer     not null,
    asked          integer     not null,             -- for which a register could still be asked
    counted_at     timestamptz not null
);
create index paper_ledger_month on paper_ledger (month, agency, procedure_code);
-- accepted_at is told once, so that later states of a dossier still change no index
create index dossier_accepted on dossier (accepted_at) where accepted_at is not null;
