-- Sessions of people signed in at the console; the columns are those Spring Session reads and writes.
create table console_session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index console_session_by_id on console_session (session_id);
create index console_session_by_expiry on console_session (expiry_time);
create index console_session_by_principal on console_session (principal_name);

create table console_session_attributes (
    session_primary_id char(36) not null references console_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
