package vn.lienthong.kernel;

import java.util.List;

/**
 * What a room refuses to go into production with. Every bean of this type is asked once all beans stand and before the
 * first port opens; in the production profile any finding ends the start, elsewhere nobody asks.
 */
@FunctionalInterface
public interface StartCheck {
    /** What must be changed before production; empty when all is well. */
    List<Bilingual> findings();
}
