-- An item with a discrepancy was handed over, too: the agency names its parcel as it does others. Whoever names one that has a
-- dossier must be found as well, so items that have their number are looked up by their parcel like those that wait for it.
drop index post_handover_item_held;
create index post_handover_item_parcel on post_handover_item (parcel_number) where verdict in ('ACCEPTED', 'DISCREPANCY');
