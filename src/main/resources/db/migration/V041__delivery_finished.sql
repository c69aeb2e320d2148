-- Deliveries that have ended, out of the way of those that wait. Filled by moving rows, a month to a part, never changed.
create table delivery_finished (like delivery including defaults) partition by range (changed_at);
create table delivery_finished_other partition of delivery_finished default;
create index delivery_finished_id on delivery_finished (id);
create index delivery_finished_of_dossier on delivery_finished (dossier_number, id);
create index delivery_finished_reason on delivery_finished (reason, id) where reason is not null;

-- Which have ended and are still to be moved: a few minutes' worth.
create index delivery_ended on delivery (id) where state in ('CONFIRMED', 'CANCELLED', 'EXPIRED');

-- Every delivery, wherever it stands.
create view delivery_any as select * from delivery union all select * from delivery_finished;

-- Attempts by month as well, so that old ones go with their month.
alter table delivery_attempt rename to delivery_attempt_before;
alter index delivery_attempt_of rename to delivery_attempt_before_of;
create table delivery_attempt (like delivery_attempt_before including defaults) partition by range (at);
create table delivery_attempt_other partition of delivery_attempt default;
create index delivery_attempt_of on delivery_attempt (delivery_id);
insert into delivery_attempt select * from delivery_attempt_before;
drop table delivery_attempt_before;
