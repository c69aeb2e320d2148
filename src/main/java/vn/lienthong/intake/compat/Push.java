package vn.lienthong.intake.compat;

import java.util.UUID;
import vn.lienthong.access.Caller;

/**
 * One call that brings dossiers or steps.
 *
 * @param agency {@code madonvi}, checked, under its present code
 * @param declaredNew {@code isUpdating} said False
 * @param envelope identity of the call's own evidence
 */
record Push(CompatService service, Caller caller, String agency, boolean declaredNew, UUID envelope) {}
