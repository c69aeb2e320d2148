package vn.lienthong.platform.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the embedded server is set: durable always, sized for two cores, quick vacuum for the queue table. */
final class PostgresSettings {
    private static final Map<String, String> VALUES = Map.ofEntries(
            // 202 means committed to disk
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            // this machine only, by password; no socket file
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("wal_level", "replica"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_compression", "on"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "5min"),
            // a queue row lives for seconds: dead ones must go before the index swells
            Map.entry("autovacuum_naptime", "10s"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("autovacuum_vacuum_scale_factor", "0.02"),
            Map.entry("autovacuum_vacuum_insert_scale_factor", "0.1"),
            Map.entry("autovacuum_analyze_scale_factor", "0.02"),
            Map.entry("autovacuum_vacuum_cost_limit", "2000"),
            Map.entry("timezone", "UTC"),
            // seven files, one a day, without statements or row values: these may hold personal data
            Map.entry("log_timezone", "Asia/Ho_Chi_Minh"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgres-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_lock_waits", "on"));

    private PostgresSettings() {}

    static List<String> asArguments() {
        List<String> arguments = new ArrayList<>();
        VALUES.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
