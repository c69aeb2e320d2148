package vn.lienthong.console;

import java.util.UUID;

/**
 * A list kept under a name.
 *
 * @param start whether whoever asks begins with it
 */
record SavedView(UUID id, String owner, boolean shared, String name, SavedQuery query, boolean start) {}
