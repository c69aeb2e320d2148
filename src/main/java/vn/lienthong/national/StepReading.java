package vn.lienthong.national;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ProgressStep;

/** A progress item as read; number and step are there together, and only when no finding is an error. */
public record StepReading(
        @Nullable String statedNumber,
        @Nullable DossierNumber number,
        @Nullable ProgressStep step,
        List<NationalFinding> findings) {}
