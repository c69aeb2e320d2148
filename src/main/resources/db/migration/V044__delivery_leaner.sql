-- One index over lanes serves claims and readers alike: what has ended leaves the table with its confirmation, so the
-- few ended rows in it cost less than a second index on every change.
drop index delivery_open;
drop index delivery_of_dossier;
create index delivery_lane on delivery (dossier_number, partner, id);
-- What the sweep for unnoticed turns looks through.
create index delivery_behind on delivery (id) where state = 'READY' and not head;

-- A dossier of 2 KB stays in its row: a second table and its index cost more than the row's size. Larger ones go out of line.
alter table dossier_event set (toast_tuple_target = 8160);
alter table evidence_message set (toast_tuple_target = 8160);
