-- A result is an event of its dossier too.
alter table dossier_event drop constraint dossier_event_kind_check;
alter table dossier_event add constraint dossier_event_kind_check check (kind in ('STATE', 'STEP', 'RESULT'));
create index dossier_event_result on dossier_event (dossier_number, version) where kind = 'RESULT';

-- Which folder of files belongs to this database; nodes that see another one would hide each other's files.
create table document_store (
    one boolean primary key default true check (one),
    id  uuid    not null
);

-- Files on disk, encrypted there, by the SHA-256 of what they hold. A row is written once its file is durable.
create table document_file (
    sha256     bytea       primary key,
    size       bigint      not null,
    media_type text        not null,
    stored_at  timestamptz not null default clock_timestamp()
);

-- Who handed a file in, and so has had it in hand: an agency, or a platform's client.
create table document_owner (
    sha256 bytea       not null,
    owner  text        not null,
    at     timestamptz not null default clock_timestamp(),
    primary key (sha256, owner)
);

-- Which dossiers name a file. Naming opens it only where whoever told the dossier had handed the file in: a digest alone
-- proves nothing.
create table document_use (
    sha256         bytea   not null,
    dossier_number text    not null,
    told_by        text,
    opened         boolean not null,
    primary key (sha256, dossier_number)
);

-- Results attached to dossiers; the identity is that of the event.
create table document_result (
    id             uuid        primary key,
    dossier_number text        not null,
    agency         text        not null,
    issuer         text        not null,
    media_type     text        not null,
    state          text        not null check (state in ('READY', 'SEALING', 'SEALED_WITHOUT_TIME', 'SEALED', 'WITHHELD')),
    verdict        bytea       not null,             -- sealed JSON: what its own signatures were found to be
    received_at    timestamptz not null,
    seal_due_at    timestamptz,
    seal_attempts  integer     not null default 0,
    seal_trouble   text
);
create index document_result_of on document_result (dossier_number, received_at);
create index document_result_unsealed on document_result (seal_due_at) where seal_due_at is not null;

-- The document as it came and as it was sealed; the last one is handed out, all are kept.
create table document_version (
    result_id uuid        not null references document_result,
    place     integer     not null,
    made_as   text        not null check (made_as in ('RECEIVED', 'SEALED-B', 'SEALED-T')),
    sha256    bytea       not null,
    size      bigint      not null,
    at        timestamptz not null default clock_timestamp(),
    primary key (result_id, place)
);

-- Links by which a partner may fetch a document: one for each message that names it, alive until a day.
create table document_link (
    id             uuid        primary key,          -- random; the token holds it with a proof that we gave it
    partner        text        not null,
    event_id       uuid        not null,
    document       text        not null,             -- sha256:… or result:…
    dossier_number text        not null,
    agency         text        not null,
    made_at        timestamptz not null default clock_timestamp(),
    expires_at     timestamptz not null,
    fetches        integer     not null default 0,
    fetched_at     timestamptz,
    reported       boolean     not null default false,
    unique (partner, event_id, document)
);
create index document_link_unfetched on document_link (expires_at) where fetches = 0 and not reported;
