-- What a register told lately, sealed; each field with its own time. The key is a keyed hash, nobody is named.
create table held_answer (
    person     bytea       primary key,              -- keyed hash of register, number, name and birth date
    body       bytea       not null,
    updated_at timestamptz not null
);
alter table held_answer alter column body set storage external;
create index held_answer_age on held_answer (updated_at);
