-- Results whose renewal failed come after those where it did not.
create index document_result_failed on document_result (renew_attempts, proof_ends_at)
    where state = 'SEALED' and renew_attempts > 0;
