package vn.lienthong.document.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.model.S3Response;

/** Reads from an S3 store's answer, or from its absence, what is the matter. */
final class FaultReader {
    private static final Map<String, Fault> CODES = Map.ofEntries(
            Map.entry("InvalidAccessKeyId", Fault.KEY_REFUSED),
            Map.entry("SignatureDoesNotMatch", Fault.KEY_REFUSED),
            Map.entry("InvalidToken", Fault.KEY_REFUSED),
            Map.entry("RequestTimeTooSkewed", Fault.CLOCK),
            Map.entry("NoSuchBucket", Fault.NO_BUCKET),
            Map.entry("InvalidBucketName", Fault.NO_BUCKET),
            Map.entry("AuthorizationHeaderMalformed", Fault.REGION),
            Map.entry("PermanentRedirect", Fault.REGION),
            Map.entry("QuotaExceeded", Fault.FULL),
            Map.entry("XMinioAdminBucketQuotaExceeded", Fault.FULL),
            Map.entry("XMinioStorageFull", Fault.FULL),
            Map.entry("BadDigest", Fault.DAMAGED),
            Map.entry("InvalidDigest", Fault.DAMAGED),
            Map.entry("IncompleteBody", Fault.DAMAGED),
            Map.entry("XAmzContentSHA256Mismatch", Fault.DAMAGED),
            Map.entry("RequestTimeout", Fault.SLOW),
            Map.entry("SlowDown", Fault.BUSY),
            Map.entry("ServiceUnavailable", Fault.BUSY));
    private static final int TOO_MANY = 429;
    private static final int STORAGE_FULL = 507;

    private FaultReader() {}

    /** Calls the store; whatever goes wrong is told by its cause. */
    static <T> T ask(Callable<T> call) throws DepotTrouble {
        try {
            return call.call();
        } catch (DepotTrouble known) {
            throw known;
        } catch (Exception failed) {
            throw new DepotTrouble(read(failed), failed);
        }
    }

    /** Insists that an S3 store gave this answer: a page of some proxy says OK to everything. */
    static <T extends S3Response> T genuine(T answer) throws DepotTrouble {
        String request = answer.responseMetadata().requestId();
        if (request == null || request.equals("UNKNOWN")) {
            throw new DepotTrouble(Fault.GARBAGE, null);
        }
        return answer;
    }

    static Fault read(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            switch (each) {
                case DepotTrouble known -> {
                    return known.fault();
                }
                case AwsServiceException answered -> {
                    return read(answered);
                }
                case ApiCallTimeoutException late -> {
                    return Fault.SLOW;
                }
                case ApiCallAttemptTimeoutException late -> {
                    return Fault.SLOW;
                }
                case AbortedException stopped -> {
                    return Fault.SLOW;
                }
                case SocketTimeoutException late -> {
                    return Fault.SLOW;
                }
                case UnknownHostException unknown -> {
                    return Fault.NAME;
                }
                case SSLException untrusted -> {
                    return Fault.TLS;
                }
                case IOException broken -> {
                    return Fault.DOWN;
                }
                default -> {}
            }
        }
        return Fault.GARBAGE;
    }

    private static Fault read(AwsServiceException answered) {
        String code = answered.awsErrorDetails() == null
                ? ""
                : String.valueOf(answered.awsErrorDetails().errorCode());
        Fault known = CODES.get(code);
        if (known != null) {
            return known;
        }
        return switch (answered.statusCode()) {
            case 401, 403 -> Fault.DENIED;
            case 301, 307 -> Fault.REGION;
            case TOO_MANY, 503 -> Fault.BUSY;
            case STORAGE_FULL -> Fault.FULL;
            default -> answered.statusCode() >= 500 ? Fault.FAILS : Fault.GARBAGE;
        };
    }
}
