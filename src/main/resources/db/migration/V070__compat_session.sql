-- Sessions of the face for the national protocol, known to every node. The session itself is nowhere, only its SHA-256.
create table compat_session (
    hash      bytea       primary key,
    client    text        not null,
    opened_at timestamptz not null,
    ends_at   timestamptz not null                   -- moves on with use
);
create index compat_session_client on compat_session (client, ends_at);
create index compat_session_over on compat_session (ends_at);
