package vn.lienthong.dossier;

/** How an event of kind {@link EventKind#REHOME} is kept: the full state under its new agencies, and why. */
record RehomedState(Rehoming rehoming, DossierContent state) {}
