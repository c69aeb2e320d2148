package vn.lienthong.access.internal.edge;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells "the database is away" apart from "the statement is wrong". */
final class DatabaseFailures {
    /** SQL states: connection, resources (disk, memory, slots), shut-down by an operator, input/output. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private DatabaseFailures() {}

    static boolean isAway(@Nullable Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 12; depth++, each = each.getCause()) {
            if (each instanceof DataAccessResourceFailureException
                    || each instanceof RecoverableDataAccessException
                    || each instanceof CannotCreateTransactionException
                    || each instanceof TransactionSystemException // commit or roll-back had no connection any more
                    || each instanceof SQLTransientException
                    || each instanceof SQLRecoverableException
                    || (each instanceof SQLException sql && hasStateOfAbsence(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStateOfAbsence(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.length() == 5 && AWAY.contains(state.substring(0, 2));
    }
}
