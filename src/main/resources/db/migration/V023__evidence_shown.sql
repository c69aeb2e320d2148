-- A checkpoint that was handed out is what others hold against us: it is never thinned away, or nothing could tie it to the
-- tree of today.
alter table evidence_checkpoint add column shown boolean not null default false;
