-- Found by what people hold in hand: the number on a parcel, the digest of a message. A hash index keeps four bytes of each.
create index delivery_parcel on delivery (parcel_number) where parcel_number is not null;
create index delivery_finished_parcel on delivery_finished (parcel_number) where parcel_number is not null;
create index evidence_message_digest on evidence_message using hash (digest);

-- Lists of what is rare in the history. What is common fills its page from the end of the history without an index.
create index delivery_finished_rare_state on delivery_finished (state, id) where state <> 'CONFIRMED';
create index delivery_finished_rare_partner on delivery_finished (partner, id) where partner <> 'portal';
